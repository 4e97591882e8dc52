import { describe, expect, it } from '@jest/globals';
import { decideStanding, type StandingChange, standingOf } from './decide-standing.js';

const now = new Date('2026-11-27T12:00:00Z');
const after = (...changes: StandingChange[]) =>
  changes.reduce((stops, change) => decideStanding(stops, change, now), {
    suspended: false,
    eraseAt: null as Date | null,
  });

describe('where a charity stands', () => {
  it.each<[StandingChange[], string]>([
    [[], 'active'],
    [['suspend'], 'suspended'],
    [['suspend', 'resume'], 'active'],
    [['leave'], 'leaving'],
    [['leave', 'stay'], 'active'],
    [['suspend', 'leave', 'stay'], 'suspended'],
    [['leave', 'suspend', 'resume'], 'leaving'],
    [['leave', 'suspend', 'stay'], 'suspended'],
  ])('after %j is %s', (changes, standing) => {
    expect(standingOf(after(...changes))).toBe(standing);
  });

  it('gives 14 days to think again, and not more to whoever begins twice', () => {
    const begun = after('leave');
    expect(begun.eraseAt).toEqual(new Date('2026-12-11T12:00:00Z'));
    expect(decideStanding(begun, 'leave', new Date('2026-12-01T12:00:00Z'))).toEqual(begun);
  });
});
