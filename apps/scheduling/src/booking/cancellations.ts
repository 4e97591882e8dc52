import type { CuratorId, listCancellations, OutputOf, TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';

type Shown = OutputOf<typeof listCancellations>['cancellations'][number];

interface Row extends Omit<Shown, 'opensAt' | 'at' | 'said'> {
  readonly curatorId: CuratorId;
  readonly opensAt: Date;
  readonly at: Date;
  readonly saidSealed: Buffer | null;
}

/** How long what was said is kept. */
export const keptDays = 90;
/** The kind of the timer that forgets it; its subject is the takeover. */
export const forgetsWords = 'forgetsWords';
const field = 'said when calling off';

const note = `
  INSERT INTO cancellation (charity_id, takeover_id, by_whom, said_sealed, at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING`;
const recent = `
  SELECT takeover_id AS "takeoverId", slot_id AS "slotId", curator_id AS "curatorId", pen_name AS "penName",
         opens_at AS "opensAt", by_whom AS by, said_sealed AS "saidSealed", at
    FROM cancellation JOIN takeover USING (charity_id, takeover_id) JOIN curator USING (charity_id, curator_id)
   WHERE charity_id = $1 AND at > baton.now() - make_interval(days => ${keptDays}) ORDER BY at DESC LIMIT 200`;

/** Whose key seals what a curator said: shredding it makes it unreadable. */
const sealedFor = (curatorId: CuratorId): string => `curator:${curatorId}`;

export interface Cancellation {
  readonly takeoverId: TakeoverId;
  readonly curatorId: CuratorId;
  readonly by: 'curator' | 'team';
  readonly say: string | undefined;
  readonly at: Date;
}

export async function noteCancellation(
  tx: Tx,
  vault: Vault,
  { takeoverId, curatorId, by, say, at }: Cancellation,
): Promise<void> {
  const sealed = say ? await vault.seal(tx, sealedFor(curatorId), field, say) : null;
  await tx.query(note, [tx.charityId, takeoverId, by, sealed, at]);
}

export async function cancellations(tx: Tx, vault: Vault): Promise<Shown[]> {
  const rows = await tx.query<Row>(recent, [tx.charityId]);
  const shown: Shown[] = [];
  for (const { curatorId, saidSealed, opensAt, at, ...row } of rows) {
    const said = saidSealed && (await vault.open(tx, sealedFor(curatorId), field, saidSealed));
    shown.push({ ...row, opensAt: opensAt.toISOString(), at: at.toISOString(), said });
  }
  return shown;
}

export async function forgetWords(tx: Tx, takeoverId: string): Promise<void> {
  await tx.query('UPDATE cancellation SET said_sealed = NULL WHERE charity_id = $1 AND takeover_id = $2', [
    tx.charityId,
    takeoverId,
  ]);
}

/** What somebody said goes with them, and the key that sealed it. */
export async function forgetWordsOf(tx: Tx, vault: Vault, curatorId: CuratorId): Promise<void> {
  await tx.query(
    `UPDATE cancellation SET said_sealed = NULL FROM takeover
      WHERE cancellation.charity_id = $1 AND takeover.charity_id = $1 AND curator_id = $2
        AND takeover.takeover_id = cancellation.takeover_id`,
    [tx.charityId, curatorId],
  );
  await vault.shred(tx, sealedFor(curatorId));
}
