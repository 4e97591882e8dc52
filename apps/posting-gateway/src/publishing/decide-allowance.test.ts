import { describe, expect, it } from '@jest/globals';
import { decideAllowance, keptForCharity } from './decide-allowance.js';
import type { KnownLimit, LimitName } from './x-limits.js';

const now = new Date('2026-11-28T10:00:00.000Z');
const soon = new Date('2026-11-28T10:10:00.000Z');
const tomorrow = new Date('2026-11-29T10:00:00.000Z');
const left = (name: LimitName, remaining: number, resetsAt = soon): KnownLimit => ({
  ...{ name, remaining, resetsAt },
});
const free = { curatorPost: null, curatorReply: null, charityPost: null, charityReply: null };

describe('what may be asked of X', () => {
  it('is everything while nothing is known, while there is some left, and after the reset', () => {
    expect(decideAllowance([], now)).toEqual(free);
    expect(decideAllowance([left('publishing', 1), left('postsToday', 3)], now)).toEqual(free);
    expect(decideAllowance([left('publishing', 0, now)], now)).toEqual(free);
  });

  it('is nothing while the window is used up', () => {
    expect(decideAllowance([left('publishing', 0)], now)).toEqual({
      ...{ curatorPost: soon, curatorReply: soon, charityPost: soon, charityReply: soon },
    });
  });

  it('is only the charity’s own of the last posts of the day, and replies', () => {
    const limits = [left('postsToday', keptForCharity, tomorrow)];
    expect(decideAllowance(limits, now)).toEqual({ ...free, curatorPost: tomorrow });
    expect(decideAllowance([left('postsToday', 0, tomorrow)], now)).toEqual({
      ...free,
      ...{ curatorPost: tomorrow, charityPost: tomorrow },
    });
  });

  it('is posts only when the replies of the day are used up', () => {
    expect(decideAllowance([left('repliesToday', 0, tomorrow)], now)).toEqual({
      ...free,
      ...{ curatorReply: tomorrow, charityReply: tomorrow },
    });
  });

  it('waits for the last of several limits', () => {
    const limits = [left('publishing', 0), left('postsToday', 0, tomorrow)];
    expect(decideAllowance(limits, now)).toMatchObject({ charityPost: tomorrow, charityReply: soon });
  });

  it('does not count the deletions', () => {
    expect(decideAllowance([left('deleting', 0)], now)).toEqual(free);
  });
});
