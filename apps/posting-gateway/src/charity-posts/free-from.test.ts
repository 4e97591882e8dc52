import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastCallMs } from '../publishing/decide-attempt.js';
import { endHeardWithinMs, endOf, momentIn } from '../takeovers/takeover-window.js';
import { decideOwnAttempt } from './decide-own-attempt.js';
import { freeFrom, untilNextOpeningMs } from './free-from.js';

const friday = new Date('2026-11-27T17:30:00.000Z');
const at = (ms: number) => new Date(friday.getTime() + ms);
const hour = 3_600_000;
const window = { opensAt: friday, closesAt: at(hour), closedAt: null };

describe('when the account is the charity’s own', () => {
  it.each([
    ['long before a takeover', at(-hour), at(-hour)],
    ['so late before one that a call would end inside', at(-lastCallMs + 1), at(hour + endHeardWithinMs)],
    ['the moment it opens', friday, at(hour + endHeardWithinMs)],
    ['the moment it closes: the sign-off comes first', at(hour), at(hour + endHeardWithinMs)],
    ['a minute after that, whatever was heard', at(hour + endHeardWithinMs), at(hour + endHeardWithinMs)],
  ] as const)('%s', (_, asked, free) => {
    expect(freeFrom([window], asked)).toEqual(free);
  });

  it('follows an end that was heard of, an early one too', () => {
    expect(freeFrom([{ ...window, closedAt: at(600_000) }], at(600_000))).toEqual(at(600_000));
    expect(freeFrom([{ ...window, closedAt: at(hour + 50) }], at(hour))).toEqual(at(hour));
  });

  it('passes over takeovers that follow each other', () => {
    const next = { opensAt: at(hour), closesAt: at(2 * hour), closedAt: null };
    expect(freeFrom([window, next], friday)).toEqual(at(2 * hour + endHeardWithinMs));
    expect(freeFrom([window, next], friday, endOf)).toEqual(at(2 * hour));
    expect(untilNextOpeningMs([window, next], at(-1_000))).toBe(1_000);
    expect(untilNextOpeningMs([window], at(1))).toBe(Infinity);
  });
});

describe('the last look before a post of the charity’s own is sent', () => {
  const decide = (more: Partial<Parameters<typeof decideOwnAttempt>[0]>) =>
    decideOwnAttempt({ now: at(-hour), switchMode: 'off', standing: 'active', takeovers: [window], ...more });

  it.each([
    ['off', 'attempt'],
    ['hold', 'attempt'],
    ['takenBack', 'attempt'],
    ['pause', 'waitForRelease'],
  ] as const)(
    'R6 outside a takeover the switch is about the curator, only a pause is not: %s',
    (mode, decision) => {
      expect(decide({ switchMode: mode })).toBe(decision);
    },
  );

  it.each(['suspended', 'leaving'] as const)('R6 nothing of a %s charity goes', (standing) => {
    expect(decide({ standing })).toBe('waitForRelease');
  });

  it('R6 taking the account back does not let the charity into the curator’s window', () => {
    expect(decide({ switchMode: 'takenBack', now: friday })).toBe('waitForTakeover');
  });

  it('R6 is never inside any window, however they lie', () => {
    const edges = fc.tuple(fc.integer({ min: -9_000, max: 9_000 }), fc.integer({ min: 1, max: 9_000 }));
    fc.assert(
      fc.property(
        fc.array(edges, { maxLength: 5 }),
        fc.integer({ min: -9_000, max: 99_000 }),
        (drawn, ms) => {
          const takeovers = drawn
            .map(([opens, lasts]) => ({ opensAt: at(opens), closesAt: at(opens + lasts), closedAt: null }))
            .sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
          const isInside = takeovers.some((each) => momentIn(each, at(ms)) === 'open');
          expect(isInside && decide({ now: at(ms), takeovers }) === 'attempt').toBe(false);
          const free = freeFrom(takeovers, at(ms));
          expect(takeovers.some((each) => momentIn(each, free) === 'open')).toBe(false);
        },
      ),
    );
  });
});
