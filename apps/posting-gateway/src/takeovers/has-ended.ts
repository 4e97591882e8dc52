import type { TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/**
 * The last look before what was taken in is committed: a takeover that ends meanwhile waits for it and sweeps it up, or has
 * ended and is seen here. Takeovers are locked after lanes and posts.
 */
export async function hasEnded(tx: Tx, takeoverId: TakeoverId): Promise<boolean> {
  const [takeover] = await tx.query<{ hasEnded: boolean }>(
    `SELECT least(closes_at, coalesce(closed_at, closes_at)) <= baton.now() AS "hasEnded"
       FROM takeover WHERE charity_id = $1 AND takeover_id = $2 FOR SHARE`,
    [tx.charityId, takeoverId],
  );
  return takeover?.hasEnded ?? true;
}
