import {
  type Caller,
  type CharityId,
  type CuratorId,
  ShieldWishes,
  usualNewAccountDays,
} from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';

/** Whose wishes: a curator's, or the charity's for all of them. */
export type Wisher = CuratorId | CharityId;

export const wisherOf = (caller: Caller, charityId: CharityId): Wisher =>
  caller.kind === 'curator' ? caller.curatorId : charityId;

/** What somebody does not want to read tells a lot about them. */
const ownerOf = (wisher: Wisher): string => `shield:${wisher}`;

/** Who has said nothing wishes nothing special. */
export async function readWishes(tx: Tx, vault: Vault, wisher: Wisher): Promise<ShieldWishes> {
  const [row] = await tx.query<{ sealed: Buffer }>(
    'SELECT sealed_wishes AS sealed FROM shield_wish WHERE charity_id = $1 AND wisher_id = $2',
    [tx.charityId, wisher],
  );
  return ShieldWishes.parse(
    row ? JSON.parse(await vault.open(tx, ownerOf(wisher), 'wishes', row.sealed)) : {},
  );
}

export const writeWishes = async (
  tx: Tx,
  vault: Vault,
  wisher: Wisher,
  wishes: ShieldWishes,
): Promise<unknown> =>
  tx.query(
    `INSERT INTO shield_wish (charity_id, wisher_id, sealed_wishes) VALUES ($1, $2, $3)
     ON CONFLICT (charity_id, wisher_id) DO UPDATE SET sealed_wishes = excluded.sealed_wishes`,
    [tx.charityId, wisher, await vault.seal(tx, ownerOf(wisher), 'wishes', JSON.stringify(wishes))],
  );

export async function eraseWishes(tx: Tx, vault: Vault, curatorId: CuratorId): Promise<void> {
  await tx.query('DELETE FROM shield_wish WHERE charity_id = $1 AND wisher_id = $2', [
    tx.charityId,
    curatorId,
  ]);
  await vault.shred(tx, ownerOf(curatorId));
}

/** A curator who does not want to read messages, or whose charity spares all of them. The team may: somebody has to. */
export async function wantsNone(
  tx: Tx,
  vault: Vault,
  { caller }: { readonly caller: Caller },
): Promise<boolean> {
  if (caller.kind !== 'curator') return false;
  const wishes = [await readWishes(tx, vault, caller.curatorId), await readWishes(tx, vault, tx.charityId)];
  return wishes.some(({ messages }) => messages === 'never');
}

/** What is set aside in this curator's takeovers. */
export async function shieldFor(
  tx: Tx,
  vault: Vault,
  curatorId: CuratorId,
): Promise<{ readonly mutedWords: readonly string[]; readonly newAccountDays: number }> {
  const own = await readWishes(tx, vault, curatorId);
  const charitys = await readWishes(tx, vault, tx.charityId);
  return {
    mutedWords: [...charitys.mutedWords, ...own.mutedWords],
    newAccountDays: own.newAccountDays ?? charitys.newAccountDays ?? usualNewAccountDays,
  };
}
