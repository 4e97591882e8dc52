import type { TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { Mention } from '../x/read-timelines.js';
import type { Watch } from './claim-watches.js';
import { keepMentions } from './keep-mentions.js';
import { shieldFresh } from './shield-fresh.js';

/** What came of a look, for the pace of the next. */
export interface Recorded {
  /** Messages that were not known. */
  readonly found: number;
  /** One of them had been there for longer than X's bell takes. */
  readonly foundLate: boolean;
  /** More came within the hour than a person can read. */
  readonly isStorm: boolean;
  /** So few that a storm is over; in between it is as it was, so that nobody is called again and again. */
  readonly isCalm: boolean;
}

/** The bell rings within seconds; what has been there for longer came without it. */
const bellTakesMs = 30_000;

/**
 * Keeps what was written inside the window and was not known, and says so, oldest first. What the
 * shield sets aside is set aside in the same moment, so no curator sees it in between.
 */
export async function recordMentions(
  tx: Tx,
  vault: Vault,
  { takeoverId, opensAt, closesAt }: Pick<Watch, 'takeoverId' | 'opensAt' | 'closesAt'>,
  mentions: readonly Mention[],
  mostAnHour: number,
): Promise<Recorded> {
  const fresh = await notKnown(
    tx,
    mentions.filter(({ at }) => at >= opensAt && at < closesAt),
  );
  const { inLastHour, now } = await hourBefore(tx, takeoverId);
  if (fresh.length > 0) {
    const shielded = await shieldFresh(tx, vault, takeoverId, fresh, { inLastHour, mostAnHour });
    await keepMentions(tx, vault, takeoverId, shielded);
  }
  return {
    found: fresh.length,
    foundLate: fresh.some(({ at }) => now.getTime() - at.getTime() > bellTakesMs),
    isStorm: inLastHour + fresh.length > mostAnHour,
    isCalm: inLastHour + fresh.length <= mostAnHour / 2,
  };
}

/** The lease on the watch is ours (`isStillOurs` has its row), so nobody else writes them down meanwhile. */
async function notKnown(tx: Tx, mentions: readonly Mention[]): Promise<Mention[]> {
  const known = await tx.query<{ xPostId: string }>(
    `SELECT x_post_id AS "xPostId" FROM mention WHERE charity_id = $1 AND x_post_id = ANY ($2)`,
    [tx.charityId, mentions.map(({ xPostId }) => xPostId)],
  );
  const ids = new Set(known.map(({ xPostId }) => xPostId));
  return mentions.filter(({ xPostId }) => !ids.has(xPostId));
}

async function hourBefore(tx: Tx, takeoverId: TakeoverId): Promise<{ inLastHour: number; now: Date }> {
  const [row] = await tx.query<{ inLastHour: number; now: Date }>(
    `SELECT count(*)::integer AS "inLastHour", baton.now() AS now FROM mention
      WHERE charity_id = $1 AND takeover_id = $2 AND arrived_at > baton.now() - interval '1 hour'`,
    [tx.charityId, takeoverId],
  );
  if (!row) throw new Error('a count has one row');
  return row;
}
