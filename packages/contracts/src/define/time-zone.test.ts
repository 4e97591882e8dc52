import { describe, expect, it } from '@jest/globals';
import { nearestZone, TimeZone } from './time-zone.js';

const problemOf = (zone: unknown) => TimeZone.safeParse(zone).error?.issues[0]?.message;

describe('a time zone', () => {
  it('is one that this computer knows', () => {
    for (const zone of ['Europe/London', 'America/Argentina/Buenos_Aires', 'UTC'])
      expect(problemOf(zone)).toBeUndefined();
    for (const zone of ['+01:00', 'GMT', '', 'Europe/London; DROP TABLE', 7])
      expect(problemOf(zone)).toBeDefined();
  });

  it.each([
    ['Europe/Londn', 'Europe/London'],
    ['europe / london', 'Europe/London'],
    ['London', 'Europe/London'],
    ['Asia/Katmando', 'Asia/Katmandu'],
    ['America/New York', 'America/New_York'],
  ])('is told where it is misspelt: %s', (typed, meant) => {
    expect(nearestZone(typed)).toBe(meant);
  });

  it('is looked for only where what was typed is as short as a name', () => {
    expect(problemOf('Europe/Londn')).toContain('Europe/London');
    expect(problemOf('x'.repeat(100_000))).toBe('must be a time zone such as Europe/London');
  });
});
