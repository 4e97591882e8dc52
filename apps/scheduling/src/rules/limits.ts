import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { Rules } from './booking-rules.js';

interface Window {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export type BrokenLimit =
  | { readonly code: 'tooFarAhead'; readonly details: { readonly until: string } }
  | { readonly code: 'tooManyAhead'; readonly details: { readonly from: string } }
  | { readonly code: 'tooSoonAgain'; readonly details: { readonly coolDownDays: number } };

/**
 * Takeovers of `curator` so near to a window that rest would be too short: they never rest from one that gave way. The window and
 * the days of rest are expressions of the statement this stands in.
 */
export const tooNear = (curator: string, opens: string, closes: string, days: string): string => `
  EXISTS (SELECT FROM takeover near
           WHERE near.charity_id = $1 AND near.curator_id = ${curator} AND NOT near.gave_way
             AND near.opens_at < ${closes} + make_interval(days => ${days})
             AND near.closes_at > ${opens} - make_interval(days => ${days}))`;

/** Bookings of `curator` that have not begun. */
export const bookingsAheadOf = (curator: string): string => `
  takeover ahead WHERE ahead.charity_id = $1 AND ahead.curator_id = ${curator}
     AND ahead.state = 'scheduled' AND ahead.opens_at > (SELECT baton.now())`;

const question = `
  SELECT (SELECT count(*)::int FROM ${bookingsAheadOf('$2')}) AS ahead,
         (SELECT min(ahead.opens_at) FROM ${bookingsAheadOf('$2')}) AS "nextOpensAt",
         baton.now() + make_interval(weeks => $5) AS latest,
         ${tooNear('$2', '$3::timestamptz', '$4::timestamptz', '$6::int')} AS "tooNear"`;

/** Which limit a booking would break, if any. The caller has locked the curator's row, or two at once would both pass. */
export async function brokenLimit(
  tx: Tx,
  curatorId: CuratorId,
  { opensAt, closesAt }: Window,
  { bookingsAhead, coolDownDays, weeksAhead }: Rules,
): Promise<BrokenLimit | undefined> {
  const [found] = await tx.query<{ ahead: number; nextOpensAt: Date | null; latest: Date; tooNear: boolean }>(
    question,
    [tx.charityId, curatorId, opensAt, closesAt, weeksAhead, coolDownDays],
  );
  if (!found) return undefined;
  if (opensAt > found.latest) return { code: 'tooFarAhead', details: { until: found.latest.toISOString() } };
  if (found.nextOpensAt && found.ahead >= bookingsAhead)
    return { code: 'tooManyAhead', details: { from: found.nextOpensAt.toISOString() } };
  return found.tooNear ? { code: 'tooSoonAgain', details: { coolDownDays } } : undefined;
}
