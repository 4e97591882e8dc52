import type { CharityId, TakeoverId } from '@baton/contracts';
import type { WorkerTx } from '@baton/persistence';

/** An inbox that is this process's to look after until its lease ends. */
export interface Watch {
  readonly charityId: CharityId;
  readonly takeoverId: TakeoverId;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly sinceXPostId: string | null;
  /** Counts the leases; what is written down must carry it. */
  readonly fence: number;
  /** The bell has rung since the look before. */
  readonly rung: boolean;
  readonly bellTrusted: boolean;
  readonly quietLooks: number;
}

/** Takes some of the inboxes, of all charities, that are due. Two processes never take the same. */
export async function claimWatches(tx: WorkerTx, most: number, leaseMs: number): Promise<Watch[]> {
  return tx.query<Watch>(
    `UPDATE inbox_watch
        SET leased_until = baton.now() + $2 * interval '1 ms', fence = fence + 1, claimed_at = baton.now(),
            answers_bell = rung_at IS NOT NULL AND rung_at > coalesce(claimed_at, '-infinity')
      WHERE (charity_id, takeover_id) IN (
        SELECT charity_id, takeover_id FROM inbox_watch
         WHERE next_poll_at <= baton.now() AND (leased_until IS NULL OR leased_until <= baton.now())
         ORDER BY next_poll_at LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING charity_id AS "charityId", takeover_id AS "takeoverId", opens_at AS "opensAt",
               closes_at AS "closesAt", since_x_post_id AS "sinceXPostId", fence,
               answers_bell AS rung, bell_trusted AS "bellTrusted", quiet_looks AS "quietLooks"`,
    [most, leaseMs],
  );
}

/** Milliseconds until the next inbox is due, at most `longestMs`. */
export async function nextWatchInMs(tx: WorkerTx, longestMs: number): Promise<number> {
  const [next] = await tx.query<{ ms: number | null }>(
    `SELECT ceil(extract(epoch FROM min(greatest(next_poll_at, leased_until)) - baton.now()) * 1000)::float8 AS ms
       FROM inbox_watch WHERE next_poll_at IS NOT NULL`,
  );
  return Math.min(Math.max(next?.ms ?? longestMs, 0), longestMs);
}
