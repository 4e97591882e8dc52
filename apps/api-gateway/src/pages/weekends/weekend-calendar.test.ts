import { describe, expect, it } from '@jest/globals';
import { calendarOf, monthIn, weeksOf } from './weekend-calendar.js';
import type { Slot } from './weekend-words.js';

const slot = (state: Slot['state']): Slot => ({
  slotId: '0192e7a0-0000-7000-8000-000000000041' as Slot['slotId'],
  zone: 'Europe/London',
  opensAtWall: '2026-11-30T23:30',
  closesAtWall: '2026-12-03T09:00',
  opensAt: '2026-11-30T23:30:00.000Z',
  closesAt: '2026-12-03T09:00:00.000Z',
  state,
});
const drawn = (state: Slot['state'], { month = '2026-11', own = 'Europe/London', mine = false } = {}) =>
  calendarOf({
    month,
    slots: [slot(state)],
    mine: new Set(mine ? [slot(state).slotId] : []),
    clocks: { own, charity: 'Europe/London' },
  }).source;

describe('the calendar of weekends', () => {
  it('has weeks from Monday on, with every day of the month once', () => {
    const weeks = weeksOf('2028-02');
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks.flat().filter((day) => day !== undefined)).toEqual(
      Array.from({ length: 29 }, (_, at) => at + 1),
    );
    expect(weeks[0]?.indexOf(1)).toBe(1);
  });

  it('shows a weekend on the day it begins by the clock of whoever looks', () => {
    expect(drawn('free')).toContain('<strong>Free</strong> 23:30');
    expect(drawn('free', { own: 'Europe/Berlin' })).not.toContain('Free');
    expect(drawn('free', { own: 'Europe/Berlin', month: '2026-12' })).toContain(
      '<strong>Free</strong> 00:30',
    );
  });

  it('lets only a free weekend be chosen, and tells the others in words', () => {
    expect(drawn('free')).toContain('/hold"');
    for (const [state, words] of [
      ['booked', 'Taken'],
      ['held', 'Held: somebody is just choosing it'],
      ['offered', 'Held: somebody was asked first'],
    ] as const) {
      expect(drawn(state)).toContain(words);
      expect(drawn(state)).not.toContain('<form');
    }
    expect(drawn('booked', { mine: true })).toContain('Yours');
  });

  it('knows no month but one of this century', () => {
    expect(['2026-13', '1999-12', '<b>', undefined].map(monthIn)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(monthIn('2026-12')).toBe('2026-12');
  });
});
