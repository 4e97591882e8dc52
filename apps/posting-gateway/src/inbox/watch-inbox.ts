import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/**
 * Watches for mentions from the window's start to its end. Called when the takeover is scheduled, so that
 * neither edge needs a message; called again it takes over changed edges.
 */
export async function watchInbox(
  tx: Tx,
  takeover: {
    readonly takeoverId: TakeoverId;
    readonly opensAt: Date;
    readonly closesAt: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO inbox_watch (charity_id, takeover_id, opens_at, closes_at, next_poll_at)
     VALUES ($1, $2, $3, $4, $3)
     ON CONFLICT (charity_id, takeover_id) DO UPDATE
       SET opens_at = excluded.opens_at, closes_at = excluded.closes_at, next_poll_at = excluded.next_poll_at`,
    [tx.charityId, takeover.takeoverId, takeover.opensAt, takeover.closesAt],
  );
}

/** The takeover ended, perhaps early: what was written until then is fetched once more, and no more after. */
export async function endWatch(tx: Tx, takeoverId: TakeoverId, closedAt: Date): Promise<void> {
  await tx.query(
    `UPDATE inbox_watch
        SET closes_at = least(closes_at, $3), next_poll_at = least(next_poll_at, greatest(opens_at, $3))
      WHERE charity_id = $1 AND takeover_id = $2`,
    [tx.charityId, takeoverId, closedAt],
  );
}
