import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** Short enough that a window loses little when X is there again. */
export const longestPauseMs = 2 * 60 * 1000;

/** How long a lane rests after nothing left for X, so many times in a row: twice as long each time. */
export const pauseAfter = (timesInARow: number, firstMs: number): number =>
  Math.min(firstMs * 2 ** Math.min(timesInARow - 1, 20), longestPauseMs);

/** Nothing left for X once more. Answers how long the lane, which is locked, should rest. */
export async function noteUnreached(tx: Tx, accountId: AccountId, firstMs: number): Promise<number> {
  const [lane] = await tx.query<{ times: number }>(
    'UPDATE lane SET unreached = unreached + 1 WHERE charity_id = $1 AND account_id = $2 RETURNING unreached AS times',
    [tx.charityId, accountId],
  );
  return pauseAfter(lane?.times ?? 1, firstMs);
}

export const noteReached = (tx: Tx, accountId: AccountId): Promise<unknown> =>
  tx.query('UPDATE lane SET unreached = 0 WHERE charity_id = $1 AND account_id = $2 AND unreached > 0', [
    tx.charityId,
    accountId,
  ]);

/** Whether the last try to send something through an account came to nothing before it left. */
export async function isUnreached(tx: Tx, accountId: AccountId): Promise<boolean> {
  const lanes = await tx.query(
    'SELECT 1 FROM lane WHERE charity_id = $1 AND account_id = $2 AND unreached > 0',
    [tx.charityId, accountId],
  );
  return lanes.length > 0;
}
