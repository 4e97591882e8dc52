import { type OwnIdentity, ownIdentity, printRecipe } from '@baton/checks';
import { type CuratorId, IdentityLevel, IdentityPrints } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { z } from 'zod';

/** Fingerprints and the key to compare with, which is the curator's own: it is sealed with them and goes with them. */
const Kept = z.object({ recipe: z.int(), level: IdentityLevel, key: z.string(), prints: IdentityPrints });
type Kept = z.infer<typeof Kept>;

const ownerOf = (curatorId: CuratorId): string => `own-identity:${curatorId}`;
const field = 'prints';

/** Keeps the newest; nothing of somebody who left. */
export async function keepPrints(
  tx: Tx,
  vault: Vault,
  { curatorId, revision, ...kept }: Kept & { readonly curatorId: CuratorId; readonly revision: number },
): Promise<void> {
  const gone = await tx.query(
    'SELECT FROM own_identity WHERE charity_id = $1 AND curator_id = $2 AND has_left',
    [tx.charityId, curatorId],
  );
  // Asked before sealing, which would make a key again for somebody whose key was shredded.
  if (gone.length > 0) return;
  await tx.query(
    `INSERT INTO own_identity AS known (charity_id, curator_id, revision, sealed_prints) VALUES ($1, $2, $3, $4)
     ON CONFLICT (charity_id, curator_id) DO UPDATE
        SET revision = excluded.revision, sealed_prints = excluded.sealed_prints
      WHERE known.revision < excluded.revision AND NOT known.has_left`,
    [
      tx.charityId,
      curatorId,
      revision,
      await vault.seal(tx, ownerOf(curatorId), field, JSON.stringify(kept)),
    ],
  );
}

/**
 * Whom a curator's own words are compared with; nobody where nothing is known, or nothing that can be compared any more.
 * Only ever for words that this curator hands over: whoever else could have words compared could find out, try by try, who
 * they are.
 */
export async function selfOf(tx: Tx, vault: Vault, curatorId: CuratorId): Promise<OwnIdentity | undefined> {
  const [row] = await tx.query<{ sealed: Buffer }>(
    `SELECT sealed_prints AS sealed FROM own_identity
      WHERE charity_id = $1 AND curator_id = $2 AND NOT has_left`,
    [tx.charityId, curatorId],
  );
  if (!row) return undefined;
  const opened = await vault.open(tx, ownerOf(curatorId), field, row.sealed);
  const { recipe, level, key, prints } = Kept.parse(JSON.parse(opened));
  return recipe === printRecipe ? ownIdentity(prints, level, key) : undefined;
}

/** For ever: what is said of them later is not taken in any more. */
export async function shredPrints(tx: Tx, vault: Vault, curatorId: CuratorId): Promise<void> {
  await tx.query(
    `INSERT INTO own_identity (charity_id, curator_id, revision, has_left) VALUES ($1, $2, 0, true)
     ON CONFLICT (charity_id, curator_id) DO UPDATE SET has_left = true, sealed_prints = NULL`,
    [tx.charityId, curatorId],
  );
  await vault.shred(tx, ownerOf(curatorId));
}
