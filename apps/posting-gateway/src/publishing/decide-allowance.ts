import type { KnownLimit, LimitName } from './x-limits.js';

/** Of a day's posts the last are kept for what the charity itself has to say: its sign-off and its cover. */
export const keptForCharity = 2;

/** From when each kind of call may be made again as far as X's limits are known. Null: now. */
export interface Allowance {
  readonly curatorPost: Date | null;
  readonly curatorReply: Date | null;
  readonly charityPost: Date | null;
  readonly charityReply: Date | null;
}

/**
 * What may be asked of X without being told 429. Posts and replies share a window and what the app may do in a day, and
 * have a day's limit each. What is not known is tried, and X's answer tells it.
 */
export function decideAllowance(limits: readonly KnownLimit[], now: Date): Allowance {
  const until = (name: LimitName, kept: number): Date | null => untilReset(limits, name, kept, now);
  const post = [until('publishing', 0), until('appToday', 0), until('postsToday', 0)];
  const reply = [until('publishing', 0), until('appToday', 0), until('repliesToday', 0)];
  const keptToday = until('appToday', keptForCharity);
  return {
    curatorPost: latest([...post, keptToday, until('postsToday', keptForCharity)]),
    curatorReply: latest([...reply, keptToday]),
    charityPost: latest(post),
    charityReply: latest(reply),
  };
}

/** Until when a limit has no more left than is kept back; null if it has. */
function untilReset(limits: readonly KnownLimit[], name: LimitName, kept: number, now: Date): Date | null {
  const limit = limits.find((known) => known.name === name);
  return limit && limit.resetsAt > now && limit.remaining <= kept ? limit.resetsAt : null;
}

const latest = (times: readonly (Date | null)[]): Date | null =>
  times.reduce((last, time) => (time && (!last || time > last) ? time : last), null);
