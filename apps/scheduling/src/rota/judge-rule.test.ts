import { describe, expect, it } from '@jest/globals';
import { judgeRule } from './judge-rule.js';
import type { RotaRule } from './rota-rule.js';

const now = new Date('2026-12-01T12:00:00Z');
const weekend: RotaRule = {
  zone: 'Europe/London',
  startsOn: '2026-12-01',
  recurrence: 'FREQ=WEEKLY;BYDAY=FR',
  opens: '17:30',
  closesAfterDays: 3,
  closes: '09:00',
};
const judged = (change: Partial<RotaRule>) => judgeRule({ ...weekend, ...change }, now)?.refusal;

describe('a rule of a rota', () => {
  it('may hand the account from one curator to the next, all the time', () => {
    expect(judged({ closesAfterDays: 7, closes: '17:30' })).toBeUndefined();
    expect(judged({ recurrence: 'FREQ=DAILY', closesAfterDays: 1, closes: '17:30' })).toBeUndefined();
  });

  it('says which two windows meet, and the longest that fits', () => {
    expect(judged({ recurrence: 'FREQ=WEEKLY;BYDAY=FR,SU' })).toMatchObject({
      code: 'windowsOverlap',
      details: {
        first: { opensAtWall: '2026-12-04T17:30', closesAtWall: '2026-12-07T09:00' },
        second: { opensAtWall: '2026-12-06T17:30', closesAtWall: '2026-12-09T09:00' },
        longest: { closesAfterDays: 2, closesAtTime: '17:30' },
      },
    });
    expect(
      judged({ recurrence: 'FREQ=WEEKLY;BYDAY=FR,SU', closesAfterDays: 2, closes: '17:30' }),
    ).toBeUndefined();
    expect(judged({ closesAfterDays: 7, closes: '17:31' })).toMatchObject({ code: 'windowsOverlap' });
  });

  it('lasts a minute to fourteen days, and says the nearest that does', () => {
    expect(judged({ closesAfterDays: 0, closes: '17:30' })).toMatchObject({
      code: 'impossibleWindow',
      details: { problem: 'tooShort', nearest: { closesAfterDays: 0, closesAtTime: '17:31' } },
    });
    expect(judged({ recurrence: 'FREQ=YEARLY', closesAfterDays: 90 })).toMatchObject({
      code: 'impossibleWindow',
      details: { problem: 'tooLong', nearest: { closesAfterDays: 14, closesAtTime: '17:30' } },
    });
    expect(judged({ recurrence: 'FREQ=YEARLY', closesAfterDays: 14, closes: '17:30' })).toBeUndefined();
  });

  it('starts at most ten years from today', () => {
    expect(judged({ startsOn: '2036-12-01' })).toBeUndefined();
    expect(judged({ startsOn: '2036-12-02' })).toMatchObject({
      code: 'startsTooFarAway',
      details: { earliest: '2016-12-01', latest: '2036-12-01' },
    });
    expect(judged({ startsOn: '0001-01-01' })).toMatchObject({ code: 'startsTooFarAway' });
  });

  it('opens at least once in the horizon, and says when it would', () => {
    expect(judged({ recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' })).toMatchObject({
      code: 'neverOpens',
      details: { opensNextOn: null },
    });
    expect(judged({ recurrence: 'FREQ=YEARLY;INTERVAL=3', startsOn: '2025-12-01' })).toMatchObject({
      code: 'neverOpens',
      details: { from: '2026-12-01', until: '2028-05-30', opensNextOn: '2028-12-01' },
    });
    expect(judged({ recurrence: 'FREQ=DAILY;COUNT=3', startsOn: '2026-01-01' })).toMatchObject({
      code: 'neverOpens',
    });
  });
});
