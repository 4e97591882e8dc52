import type { Tx } from '@baton/persistence';
import { endHeardWithinMs, type TakeoverWindow } from '../takeovers/takeover-window.js';

/** The windows that are open, still to come, or so lately over that the charity may not have signed off; the first first. */
export const takeoversAhead = (tx: Tx): Promise<TakeoverWindow[]> =>
  tx.query(
    `SELECT opens_at AS "opensAt", closes_at AS "closesAt", closed_at AS "closedAt" FROM takeover
      WHERE charity_id = $1 AND coalesce(closed_at, closes_at + $2 * interval '1 ms') > baton.now()
      ORDER BY opens_at`,
    [tx.charityId, endHeardWithinMs],
  );
