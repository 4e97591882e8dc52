import type { CuratorId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { Application } from '../applications/application-row.js';

export interface Curated {
  readonly takeoverId: TakeoverId;
  readonly openedAt: Date;
  /** Null as long as it is open. */
  readonly closedAt: Date | null;
}

const ofCurator = `
  SELECT takeover_id AS "takeoverId", opened_at AS "openedAt", closed_at AS "closedAt" FROM curated
   WHERE charity_id = $1 AND curator_id = $2 ORDER BY opened_at, takeover_id`;

/** Every takeover that somebody has had, oldest first. */
export const curatedBy = (tx: Tx, curatorId: CuratorId): Promise<Curated[]> =>
  tx.query(ofCurator, [tx.charityId, curatorId]);

/** Whether somebody has had the account: also who had it before takeovers were kept here. */
export async function hasCurated(tx: Tx, { state, curatorId }: Application): Promise<boolean> {
  if (state === 'live' || state === 'alumni') return true;
  return curatorId !== null && (await curatedBy(tx, curatorId)).length > 0;
}

export async function noteOpened(
  tx: Tx,
  curatorId: CuratorId,
  { takeoverId, openedAt }: { takeoverId: TakeoverId; openedAt: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO curated (charity_id, takeover_id, curator_id, opened_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (charity_id, takeover_id) DO NOTHING`,
    [tx.charityId, takeoverId, curatorId, openedAt],
  );
}

export async function noteClosed(tx: Tx, takeoverId: TakeoverId, closedAt: string): Promise<void> {
  await tx.query('UPDATE curated SET closed_at = $3 WHERE charity_id = $1 AND takeover_id = $2', [
    tx.charityId,
    takeoverId,
    closedAt,
  ]);
}
