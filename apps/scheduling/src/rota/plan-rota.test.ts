import type { CuratorId, RotaId, SlotId, TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cpuMs } from '../rehearsal/cpu-ms.js';
import { onTheClock, overlap, type Window } from '../windows/window.js';
import { everybody, planRota, type RotaPlan } from './plan-rota.js';
import type { SlotAhead } from './slots-ahead.js';

const hourMs = 3_600_000;
const now = new Date('2030-01-01T00:00Z');
const own = newId<RotaId>();
const other = newId<RotaId>();
const at = (hour: number) => new Date(now.getTime() + hour * hourMs);

const window = (opens: number, lasts: number): Window => ({
  zone: 'UTC',
  opensAtWall: at(opens).toISOString().slice(0, 16),
  closesAtWall: at(opens + lasts)
    .toISOString()
    .slice(0, 16),
  opensAt: at(opens),
  closesAt: at(opens + lasts),
});

function slot(there: Window, { rotaId = own, booked = false, begun = false }: SlotLike): SlotAhead {
  const { opensAt, closesAt } = there;
  const whose = { takeoverId: newId<TakeoverId>(), curatorId: newId<CuratorId>(), penName: 'Robin' };
  const booking = booked || begun ? { ...whose, opensAt, closesAt, begun } : null;
  return { ...there, slotId: newId<SlotId>(), rotaId, law: '2026c', booking };
}

interface SlotLike {
  readonly rotaId?: RotaId | null;
  readonly booked?: boolean;
  readonly begun?: boolean;
}

/** What there is once a plan is carried out. */
function after(slots: readonly SlotAhead[], plan: RotaPlan, what: 'keep' | 'move' | 'cancel'): Window[] {
  const moved = new Map(plan.concerned.map(({ slot: of, nearest }) => [of.slotId, nearest]));
  const left = slots.filter((of) => !plan.removed.includes(of));
  return [...left.map((of) => (what === 'move' ? (moved.get(of.slotId) ?? of) : of)), ...plan.added];
}

/** Windows one after the other, with gaps of some hours. */
const windows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 })), { maxLength: 12 })
  .map((steps) => {
    let hour = 0;
    return steps.map(([gap, lasts]) => {
      const made = window(hour + gap, lasts);
      hour += gap + lasts;
      return made;
    });
  });
const likes = fc.record({
  rotaId: fc.constantFrom(own, own, other, null),
  booked: fc.boolean(),
  begun: fc.constant(false),
});
const situations = fc
  .record({ wanted: windows, there: windows, some: fc.array(likes, { minLength: 12, maxLength: 12 }) })
  .map(({ wanted, there, some }) => ({
    rotaId: own,
    wanted,
    leftOut: [],
    slots: there.map((each, index) => slot(each, some[index] ?? {})),
    now: at(-1),
    law: '2026c',
  }));

describe('the plan of a rota', () => {
  it.each(['keep', 'move', 'cancel'] as const)(
    'has every window there should be or says what is in its place, and no two overlap: %s',
    (what) => {
      fc.assert(
        fc.property(situations, (situation) => {
          const plan = planRota(situation, everybody(what));
          if (what === 'move' && plan.concerned.some(({ nearest }) => !nearest)) return;
          const there = after(situation.slots, plan, what);
          const clash = (one: Window, index: number) =>
            there.slice(index + 1).some((two) => overlap(one, two));
          expect(there.filter(clash)).toEqual([]);
          const told = new Set(plan.leftOut.map(({ opensAtWall }) => opensAtWall));
          const onIt = new Set(there.map(onTheClock));
          const lost = situation.wanted.filter(
            (each) => !onIt.has(onTheClock(each)) && !told.has(each.opensAtWall),
          );
          expect(lost).toEqual([]);
          const untouched = situation.slots.filter(({ rotaId }) => rotaId !== own);
          expect(untouched.filter((each) => plan.removed.includes(each))).toEqual([]);
        }),
        { numRuns: 500 },
      );
    },
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const plan = planRota(situation, everybody('keep'));
        const left = situation.slots.filter((each) => !plan.removed.includes(each));
        const slots = [...left, ...plan.added.map((each) => slot(each, {}))];
        const again = planRota({ ...situation, slots }, everybody('keep'));
        expect([again.added, again.removed]).toEqual([[], []]);
        expect(again.leftOut.map(({ opensAtWall }) => opensAtWall)).toEqual(
          plan.leftOut.map(({ opensAtWall }) => opensAtWall),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('leaves what has begun where it is, whatever is chosen', () => {
    const begun = slot(window(-2, 4), { begun: true });
    for (const what of ['keep', 'move', 'cancel'] as const) {
      const situation = {
        rotaId: own,
        wanted: [window(0, 3), window(5, 2)],
        leftOut: [],
        slots: [begun],
        now,
        law: '2026c',
      };
      const plan = planRota(situation, everybody(what));
      expect([plan.concerned, plan.removed]).toEqual([[], []]);
      expect(plan.added).toEqual([window(5, 2)]);
      expect(plan.leftOut).toMatchObject([{ because: 'booked', with: { slotId: begun.slotId } }]);
    }
  });

  it('does not undo what was derived by a newer law', () => {
    const newer = { ...slot(window(5, 2), {}), law: '2027a', opensAt: at(4), closesAt: at(6) };
    const situation = { rotaId: own, wanted: [window(5, 2)], leftOut: [], slots: [newer], now, law: '2026c' };
    expect(planRota(situation, everybody('keep'))).toMatchObject({ added: [], removed: [] });
    expect(planRota({ ...situation, law: '2027a' }, everybody('keep')).removed).toEqual([newer]);
  });

  it('takes a moment for a year and a half of days beside as many', () => {
    const wanted = Array.from({ length: 550 }, (_, day) => window(day * 24, 12));
    const slots = wanted.map((each, day) =>
      slot({ ...each, ...window(day * 24 + 12, 12) }, { rotaId: other, booked: true }),
    );
    const situation = { rotaId: own, wanted, leftOut: [], slots, now, law: '2026c' };
    expect(planRota(situation, everybody('keep')).added).toHaveLength(550);
    expect(cpuMs(() => planRota(situation, everybody('keep')))).toBeLessThan(250);
  });
});
