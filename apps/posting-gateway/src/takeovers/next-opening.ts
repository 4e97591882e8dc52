import type { Tx } from '@baton/persistence';
import type { TakeoverWindow } from './takeover-window.js';

/** When the takeover after this one begins; null if none is booked. One that was given up before it began is none. */
export async function nextOpeningAfter(tx: Tx, { opensAt }: TakeoverWindow): Promise<Date | null> {
  const [next] = await tx.query<{ opensAt: Date | null }>(
    `SELECT min(opens_at) AS "opensAt" FROM takeover
      WHERE charity_id = $1 AND opens_at > $2 AND (closed_at IS NULL OR closed_at > opens_at)`,
    [tx.charityId, opensAt],
  );
  return next?.opensAt ?? null;
}
