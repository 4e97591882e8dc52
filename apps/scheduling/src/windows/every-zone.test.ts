import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { windowsOfRule } from '../rota/windows-of-rule.js';
import { instantOfWallTime } from './instant-of-wall-time.js';
import { windowOf } from './window.js';

const minuteMs = 60_000;
/** Each transition is looked at with hundreds of windows, so what is wrong is collected and expected once. */
const zones = Intl.supportedValuesOf('timeZone');

/** A change of a zone's clocks. `leapMs` above zero: they leap over so much time; below: so much is shown twice. */
interface Transition {
  readonly zone: string;
  readonly at: number;
  /** The first wall time the clocks do not show, or the first they show twice. */
  readonly wall: number;
  readonly leapMs: number;
}

const transitions = zones.flatMap(transitionsOf);

describe('R14: every zone, five years', () => {
  it('has changes of the clocks both ways to look at', () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(transitions.filter(({ leapMs }) => leapMs > 0).length).toBeGreaterThan(500);
    expect(transitions.filter(({ leapMs }) => leapMs < 0).length).toBeGreaterThan(500);
  });

  it('derives wall times just before, in and after each change by the rule that is written down', () => {
    const broken = transitions.flatMap((transition) =>
      wallsAround(transition)
        .filter((wall) => !isByTheRule(transition, { wall, instant: instantOf(wall, transition.zone) }))
        .map((wall) => `${transition.zone} ${textOf(wall)}`),
    );
    expect(broken).toEqual([]);
  });

  it('has windows with both edges there in order and of the right length, or none', () => {
    const broken = transitions.flatMap((transition) =>
      wallsAround(transition)
        .flatMap((wall) => lengths.flatMap((ms) => [edges(wall, wall + ms), edges(wall - ms, wall)]))
        .filter((window) => !isRight(transition, window))
        .map(({ opens, closes }) => `${transition.zone} ${textOf(opens)} ${textOf(closes)}`),
    );
    expect(broken).toEqual([]);
  });

  it('hands the account on without a gap and without two at once, in every night with a change', () => {
    for (const { zone, wall, leapMs } of transitions) {
      const changeAt = textOf(wall + Math.abs(leapMs) / 2);
      const rule = {
        zone,
        startsOn: textOf(wall - 3 * 24 * 60 * minuteMs).slice(0, 10),
        recurrence: 'FREQ=DAILY;COUNT=6',
        opens: changeAt.slice(11),
        closesAfterDays: 1,
        closes: changeAt.slice(11),
      };
      const now = new Date(Date.parse(`${rule.startsOn}T00:00Z`) - 2 * 24 * 60 * minuteMs);
      const { windows, leapt } = windowsOfRule(rule, { now, until: '2031-12-31' });
      expect(leapt).toEqual([]);
      expect(windows).toHaveLength(6);
      for (const [index, { opensAt }] of windows.slice(1).entries())
        expect(opensAt).toEqual(windows[index]?.closesAt);
    }
  });
});

function transitionsOf(zone: string): Transition[] {
  const found: Transition[] = [];
  let moment = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`);
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.year > 2030) return found;
    const before = next.subtract({ nanoseconds: 1 });
    const leapMs = (next.offsetNanoseconds - before.offsetNanoseconds) / 1_000_000;
    const at = next.epochMilliseconds;
    const wall = at + Math.min(before.offsetNanoseconds, next.offsetNanoseconds) / 1_000_000;
    found.push({ zone, at, leapMs, wall: leapMs > 0 ? at + before.offsetNanoseconds / 1_000_000 : wall });
    moment = next;
  }
}

/** Wall times as milliseconds, as if on a clock in UTC. */
function wallsAround({ wall, leapMs }: Transition): number[] {
  const end = wall + Math.abs(leapMs);
  return [wall - minuteMs, wall, wall + minuteMs, (wall + end) / 2, end - minuteMs, end, end + minuteMs];
}

const textOf = (wall: number): string => new Date(wall).toISOString().slice(0, 16);

const derived = new Map<string, number>();

function instantOf(wall: number, zone: string): number {
  const name = `${zone} ${wall}`;
  const known = derived.get(name) ?? instantOfWallTime(textOf(wall), zone)?.getTime() ?? Number.NaN;
  derived.set(name, known);
  return known;
}

/** Later by the leap in a gap; the first of two in an overlap; what the clocks show everywhere else. */
function isByTheRule(transition: Transition, { wall, instant }: { wall: number; instant: number }): boolean {
  const { zone, at, leapMs } = transition;
  const isAffected = wall >= transition.wall && wall < transition.wall + Math.abs(leapMs);
  if (isAffected && leapMs > 0) return shownAt(instant, zone) === textOf(wall + leapMs) && instant >= at;
  if (shownAt(instant, zone) !== textOf(wall)) return false;
  return !isAffected || (instant < at && shownAt(instant - leapMs, zone) === textOf(wall));
}

interface Edges {
  readonly opens: number;
  readonly closes: number;
}
const edges = (opens: number, closes: number): Edges => ({ opens, closes });
const lengths = [minuteMs, 90 * minuteMs, 3 * 24 * 60 * minuteMs];

/** As long as on the clock, but for what the clocks leapt or showed twice within it; none where that leaves nothing. */
function isRight({ zone, leapMs }: Transition, { opens, closes }: Edges): boolean {
  const window = windowOf(textOf(opens), textOf(closes), zone);
  const [opensAt, closesAt] = [instantOf(opens, zone), instantOf(closes, zone)];
  if (!window) return opensAt >= closesAt;
  const lasts = +window.closesAt - +window.opensAt;
  const isDerived = +window.opensAt === opensAt && +window.closesAt === closesAt;
  return isDerived && lasts > 0 && [0, leapMs, -leapMs].includes(closes - opens - lasts);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the wall clocks of a zone show, by the runtime's own calendar instead of Temporal. */
function shownAt(instant: number, zone: string): string {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(zone, clock);
  return clock.format(instant).replace(' ', 'T');
}
