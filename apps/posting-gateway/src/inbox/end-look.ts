import type { Tx } from '@baton/persistence';
import type { Watch } from './claim-watches.js';
import type { NextLook } from './decide-pace.js';

/** What a look that succeeded has learned. */
export interface Learned {
  readonly newest: string | undefined;
  readonly xUserId: string;
  /** There were more than X shows. */
  readonly missedSome: boolean;
  readonly next: NextLook;
}

/**
 * Has the watch's row to itself for the rest of the transaction. Answers whether the lease is still ours: only who has it
 * writes anything down.
 */
export async function isStillOurs(tx: Tx, { takeoverId, fence }: Watch): Promise<boolean> {
  const rows = await tx.query(
    'SELECT 1 FROM inbox_watch WHERE charity_id = $1 AND takeover_id = $2 AND fence = $3 FOR UPDATE',
    [tx.charityId, takeoverId, fence],
  );
  return rows.length > 0;
}

/**
 * Gives the lease back and says when to look again: as the pace has it, sooner if the bell rang meanwhile, at the window's
 * end at the latest, and no more after a look past the end.
 */
export async function endLook(
  tx: Tx,
  { takeoverId }: Watch,
  { newest, xUserId, missedSome, next }: Learned,
): Promise<void> {
  await tx.query(
    `UPDATE inbox_watch
        SET leased_until = NULL, looked_at = baton.now(), since_x_post_id = coalesce($3, since_x_post_id), x_user_id = $4,
            bell_trusted = $5, quiet_looks = $6, pace = $7,
            missed_at = CASE WHEN $10 THEN baton.now() ELSE missed_at END, not_before = baton.now() + $9 * interval '1 ms',
            next_poll_at = CASE WHEN baton.now() < closes_at THEN least(closes_at, baton.now() +
              CASE WHEN rung_at > claimed_at THEN $9 ELSE $8 END * interval '1 ms') END
      WHERE charity_id = $1 AND takeover_id = $2`,
    [
      ...[tx.charityId, takeoverId, newest ?? null, xUserId],
      ...[next.bellTrusted, next.quietLooks, next.pace, next.inMs, next.bellMs, missedSome],
    ],
  );
}

/** Gives the lease back after a look that brought nothing to know: X was away, or asked to wait. For a day after the window's end. */
export async function endFailedLook(tx: Tx, { takeoverId }: Watch, inMs: number): Promise<void> {
  await tx.query(
    `UPDATE inbox_watch
        SET leased_until = NULL, not_before = baton.now() + $3 * interval '1 ms',
            next_poll_at = CASE WHEN baton.now() < closes_at + interval '1 day' THEN baton.now() + $3 * interval '1 ms' END
      WHERE charity_id = $1 AND takeover_id = $2`,
    [tx.charityId, takeoverId, inMs],
  );
}
