import { describe, expect, it } from '@jest/globals';
import { secondsOnTheClock, weeklyRule } from './rota-rule.js';
import { windowsOfRule } from './windows-of-rule.js';

const weekend = {
  zone: 'Europe/London',
  opens: { weekday: 'friday', time: '17:30' },
  closes: { weekday: 'monday', time: '09:00' },
  startsOn: '2027-03-01',
} as const;

const weeklyWindows = (
  rule: Parameters<typeof weeklyRule>[0] & Parameters<typeof weeklyRule>[1],
  now: Date,
  until: string,
) => windowsOfRule(weeklyRule(rule, rule), { now, until }).windows;

const beforeItStarts = new Date('2027-02-01T00:00:00Z');

describe('the windows of a weekly rule', () => {
  it('come every week from the first day on, at the same time on the clock, whatever the clocks do', () => {
    const windows = weeklyWindows(weekend, beforeItStarts, '2027-04-04');
    expect(windows.map((window) => window.opensAtWall)).toEqual([
      '2027-03-05T17:30',
      '2027-03-12T17:30',
      '2027-03-19T17:30',
      '2027-03-26T17:30',
      '2027-04-02T17:30',
    ]);
    expect(windows[3]).toEqual({
      zone: 'Europe/London',
      opensAtWall: '2027-03-26T17:30',
      closesAtWall: '2027-03-29T09:00',
      opensAt: new Date('2027-03-26T17:30:00Z'),
      closesAt: new Date('2027-03-29T08:00:00Z'),
    });
  });

  it('include the one that is running and not the one that is over', () => {
    const from = (now: string) => weeklyWindows(weekend, new Date(now), '2027-03-20')[0]?.opensAtWall;
    expect(from('2027-03-15T08:59:59Z')).toBe('2027-03-12T17:30');
    expect(from('2027-03-15T09:00:00Z')).toBe('2027-03-19T17:30');
  });

  it('follow one another without a gap when a week ends where the next begins', () => {
    const allWeek = {
      ...weekend,
      zone: 'America/New_York',
      opens: { weekday: 'sunday', time: '02:30' },
      closes: { weekday: 'sunday', time: '02:30' },
    } as const;
    const windows = weeklyWindows(allWeek, beforeItStarts, '2028-03-01');
    for (const [index, window] of windows.slice(1).entries()) {
      expect(window.opensAt).toEqual(windows[index]?.closesAt);
    }
  });

  it('leave out the night on which the clocks leap over the end', () => {
    const lateNight = {
      ...weekend,
      opens: { weekday: 'sunday', time: '01:50' },
      closes: { weekday: 'sunday', time: '02:10' },
    } as const;
    const walls = weeklyWindows(lateNight, beforeItStarts, '2027-04-04').map((window) => window.opensAtWall);
    expect(walls).toEqual(['2027-03-07T01:50', '2027-03-14T01:50', '2027-03-21T01:50', '2027-04-04T01:50']);
  });

  it('are none before the first day', () => {
    expect(weeklyWindows(weekend, beforeItStarts, '2027-03-04')).toEqual([]);
  });
});

describe('a weekly rule', () => {
  const lasting = (opens: string, closes: string) =>
    secondsOnTheClock(
      weeklyRule(
        { opens: { weekday: 'friday', time: opens }, closes: { weekday: 'friday', time: closes } },
        weekend,
      ),
    );

  it('lasts as long as the clock shows', () => {
    expect(lasting('17:30', '17:30:59')).toBe(59);
    expect(lasting('17:30', '17:31')).toBe(60);
  });

  it('lasts nearly a week when it closes before the time it opens, on the same weekday', () => {
    expect(lasting('17:30', '17:29')).toBe(7 * 86_400 - 60);
    expect(lasting('17:30', '17:30')).toBe(7 * 86_400);
  });
});
