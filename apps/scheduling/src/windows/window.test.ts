import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { instantOfWallTime } from './instant-of-wall-time.js';
import { windowOf } from './window.js';

const at = (wall: string, zone: string) => instantOfWallTime(wall, zone)?.toISOString();

describe('the instant of a wall time', () => {
  it('follows the zone through summer and winter', () => {
    expect(at('2027-01-08T17:30', 'Europe/London')).toBe('2027-01-08T17:30:00.000Z');
    expect(at('2027-07-09T17:30', 'Europe/London')).toBe('2027-07-09T16:30:00.000Z');
    expect(at('2027-07-09T17:30:40', 'Asia/Kathmandu')).toBe('2027-07-09T11:45:40.000Z');
  });

  it('moves a time that the clocks leap over later by the length of the leap', () => {
    expect(at('2027-03-28T01:30', 'Europe/London')).toBe(at('2027-03-28T02:30', 'Europe/London'));
    expect(at('2011-12-30T12:00', 'Pacific/Apia')).toBe(at('2011-12-31T12:00', 'Pacific/Apia'));
  });

  it('takes the first of two when the clocks show a time twice', () => {
    expect(at('2027-10-31T01:30', 'Europe/London')).toBe('2027-10-31T00:30:00.000Z');
  });

  it('knows which days there are', () => {
    expect(at('2028-02-29T09:00', 'Europe/London')).toBeDefined();
    expect(at('2027-02-29T09:00', 'Europe/London')).toBeUndefined();
  });
});

describe('a window', () => {
  it('may be as short as a second, and as long as fourteen days', () => {
    expect(windowOf('2027-01-08T17:30', '2027-01-08T17:30:01', 'UTC')).toBeDefined();
    expect(windowOf('2027-01-01T09:00', '2027-01-15T09:00', 'UTC')).toBeDefined();
    expect(windowOf('2027-01-01T09:00', '2027-01-15T09:01', 'UTC')).toBeUndefined();
  });

  it('must end after it begins, also where the clocks leap', () => {
    expect(windowOf('2027-01-08T17:30', '2027-01-08T17:30', 'UTC')).toBeUndefined();
    expect(windowOf('2027-03-28T01:50', '2027-03-28T02:10', 'Europe/London')).toBeUndefined();
    expect(windowOf('2027-10-31T01:50', '2027-10-31T02:00', 'Europe/London')).toMatchObject({
      opensAt: new Date('2027-10-31T00:50:00Z'),
      closesAt: new Date('2027-10-31T02:00:00Z'),
    });
  });

  it('R14: shows its wall times on the clocks of every zone, at both edges, or lies in a leap', () => {
    const edges = Intl.supportedValuesOf('timeZone').flatMap(wallTimesOfInterest);
    fc.assert(
      fc.property(
        fc.constantFrom(...edges),
        fc.integer({ min: -180, max: 180 }),
        fc.integer({ min: 1, max: 7 * 24 * 60 }),
        fc.boolean(),
        ({ zone, wall }, offset, length, atItsEnd) => {
          const opens = atItsEnd ? offset - length : offset;
          const window = windowOf(later(wall, opens), later(wall, opens + length), zone);
          if (!window) return;
          expectOnTheClock(window.opensAt, window.opensAtWall, zone);
          expectOnTheClock(window.closesAt, window.closesAtWall, zone);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

/** Of five years in a zone: the wall time of each change of its clocks, and one when nothing happens. */
function wallTimesOfInterest(zone: string): { zone: string; wall: string }[] {
  const walls = ['2026-11-27T17:30'];
  let moment = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`);
  for (;;) {
    const change = moment.getTimeZoneTransition('next');
    if (!change || change.year > 2030) return walls.map((wall) => ({ zone, wall }));
    walls.push(change.toPlainDateTime().toString({ smallestUnit: 'minute' }));
    moment = change;
  }
}

const later = (wall: string, minutes: number): string =>
  new Date(Date.parse(`${wall}Z`) + minutes * 60_000).toISOString().slice(0, 16);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the wall clocks of a zone show at an instant, by the runtime's own calendar instead of Temporal. */
function shownAt(instant: Date, zone: string): string {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(zone, clock);
  return clock.format(instant).replace(' ', 'T');
}

/**
 * Either the clocks show it, and for the first time that day; or no instant near shows it (a leap), and
 * then it is as many minutes after the leap's end as it was meant to be after the leap's beginning.
 */
function expectOnTheClock(instant: Date, wall: string, zone: string): void {
  const hourMs = 3_600_000;
  const shownLately = (back: number) => shownAt(new Date(instant.getTime() - back), zone);
  if (shownAt(instant, zone) === wall) {
    for (const back of [0.5, 1, 2]) expect(shownLately(back * hourMs)).not.toBe(wall);
    return;
  }
  const leapMs = Date.parse(`${shownAt(instant, zone)}Z`) - Date.parse(`${wall}Z`);
  expect(leapMs).toBeGreaterThan(0);
  expect(shownLately(leapMs) < wall).toBe(true);
}
