import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AttemptSituation, decideAttempt, lastCallMs } from './decide-attempt.js';
import { signOffWithinMs } from './last-moment.js';

const opensAt = new Date('2026-11-27T17:30:00.000Z');
const closesAt = new Date('2026-11-30T09:00:00.000Z');
const window = { opensAt, closesAt, closedAt: null };
const at = (from: Date, ms: number) => new Date(from.getTime() + ms);
const decide = (situation: Partial<AttemptSituation>) =>
  decideAttempt({
    now: at(opensAt, 60_000),
    kind: 'post',
    hasWithdrawn: false,
    approved: false,
    window,
    nextOpensAt: null,
    resting: false,
    switchMode: 'off',
    standing: 'active',
    ...situation,
  });

describe('the last look before X is called', () => {
  it.each([
    ['one millisecond before the window opens', at(opensAt, -1), 'waitForOpening'],
    ['the moment it opens', opensAt, 'attempt'],
    ['the last moment in which a call still ends inside', at(closesAt, -lastCallMs), 'attempt'],
    ['one millisecond after that', at(closesAt, -lastCallMs + 1), 'missWindow'],
    ['the moment it closes', closesAt, 'missWindow'],
    ['a year later', at(closesAt, 365 * 86_400_000), 'missWindow'],
  ] as const)('R6 %s: %s', (_, now, decision) => {
    expect(decide({ now })).toBe(decision);
    expect(decide({ now, kind: 'reply' })).toBe(decision);
  });

  it('R6 lets nothing of a curator who rests go, and all that the charity says', () => {
    const resting = true;
    for (const kind of ['post', 'reply'] as const) expect(decide({ kind, resting })).toBe('waitForAuthor');
    for (const kind of ['introduction', 'cover', 'signOff'] as const) {
      expect(decide({ kind, resting })).toBe('attempt');
    }
  });

  it('R6 lets the cover go until the planned end, also of a takeover that ended early', () => {
    const early = { ...window, closedAt: at(opensAt, 10_000) };
    expect(decide({ kind: 'cover', window: early })).toBe('attempt');
    expect(decide({ kind: 'cover', window: early, hasWithdrawn: true })).toBe('attempt');
    expect(decide({ kind: 'cover', window: early, now: closesAt })).toBe('missWindow');
  });

  it('takes the cover back once its curator is, whatever the switch says', () => {
    expect(decide({ kind: 'cover' })).toBe('takeBackCover');
    expect(decide({ kind: 'cover', switchMode: 'pause' })).toBe('takeBackCover');
  });

  it.each([
    ['at once', 0, null, 'attempt'],
    ['some hours late', signOffWithinMs - lastCallMs, null, 'attempt'],
    ['later than that', signOffWithinMs, null, 'missWindow'],
    ['before the next curator', 3_000_000, 3_600_000, 'attempt'],
    ['when the next curator has the account', 3_600_000, 3_600_000, 'missWindow'],
    ['in the first minute of one who follows at once', 30_000, 0, 'attempt'],
    ['after it', 60_000, 0, 'missWindow'],
  ] as const)(
    'R6 signs off %s: %s ms after the end, the next one %s ms after it: %s',
    (_, late, next, decision) => {
      const nextOpensAt = next === null ? null : at(closesAt, next);
      expect(decide({ kind: 'signOff', now: at(closesAt, late), nextOpensAt })).toBe(decision);
    },
  );

  it('R6 ends with the takeover where that was ended early', () => {
    const early = { ...window, closedAt: at(opensAt, 10_000) };
    expect(decide({ window: early, now: at(opensAt, 10_000) })).toBe('missWindow');
    expect(decide({ window: { ...window, closedAt: at(closesAt, 5_000) }, now: closesAt })).toBe(
      'missWindow',
    );
  });

  it.each([
    ['off', 'post', false, 'attempt'],
    ['hold', 'post', false, 'hold'],
    ['hold', 'reply', false, 'hold'],
    ['hold', 'post', true, 'attempt'],
    ['hold', 'introduction', false, 'attempt'],
    ['hold', 'signOff', false, 'attempt'],
    ['pause', 'post', true, 'waitForRelease'],
    ['pause', 'introduction', false, 'waitForRelease'],
    ['pause', 'signOff', false, 'waitForRelease'],
    ['takenBack', 'post', true, 'waitForRelease'],
    ['takenBack', 'signOff', false, 'waitForRelease'],
  ] as const)('R6 switch %s, %s, approved: %s: %s', (switchMode, kind, approved, decision) => {
    expect(decide({ switchMode, kind, approved })).toBe(decision);
  });

  it.each(['suspended', 'leaving'] as const)('R6 lets nothing of a %s charity go', (standing) => {
    for (const kind of ['post', 'reply', 'introduction', 'signOff'] as const) {
      expect(decide({ standing, kind, approved: true })).toBe('waitForRelease');
      expect(decide({ standing, kind, switchMode: 'hold' })).toBe('waitForRelease');
    }
    expect(decide({ standing, now: closesAt })).toBe('missWindow');
  });

  it('lets nothing of a curator go who has taken back their consent, whoever approved it', () => {
    expect(decide({ hasWithdrawn: true, approved: true })).toBe('withdraw');
  });

  it('introduces nobody who has left, and signs off when they have', () => {
    expect(decide({ kind: 'introduction', now: closesAt })).toBe('missWindow');
    expect(decide({ kind: 'signOff', now: at(closesAt, 3_600_000) })).toBe('attempt');
  });

  it('R6 never lets anything of a curator go outside the window or while the switch stops it', () => {
    const instants = fc.integer({ min: -10_000, max: 10_000 });
    const modes = fc.constantFrom('off', 'hold', 'pause', 'takenBack');
    const kinds = fc.constantFrom('post', 'reply');
    fc.assert(
      fc.property(
        instants,
        instants,
        instants,
        modes,
        kinds,
        fc.boolean(),
        (now, length, ended, switchMode, kind, approved) => {
          const closes = at(opensAt, Math.abs(length) + 1);
          const closedAt = ended > 0 ? at(opensAt, ended) : null;
          const instant = at(opensAt, now);
          const decision = decide({
            ...{ now: instant, kind, approved, switchMode },
            window: { opensAt, closesAt: closes, closedAt },
          });
          const inside = instant >= opensAt && instant < closes && (!closedAt || instant < closedAt);
          const free = switchMode === 'off' || (switchMode === 'hold' && approved);
          expect(decision === 'attempt' && !(inside && free)).toBe(false);
        },
      ),
    );
  });
});
