import type { CuratorId, SlotId, TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SlotAhead } from '../rota/slots-ahead.js';
import { overlap, type Span } from '../windows/window.js';
import type { ZoneRules } from '../windows/zone-rules.js';
import { deriveSlots } from './derive-slots.js';

const hourMs = 3_600_000;
const now = new Date('2030-01-01T00:00Z');
const at = (hour: number): Date => new Date(now.getTime() + hour * hourMs);
const wall = (hour: number): string => at(hour).toISOString().slice(0, 16);

/** A law by which the clocks of each zone are so many hours ahead of UTC; the old one was UTC for all. */
const lawOf = (ahead: Readonly<Record<string, number>>): ZoneRules => ({
  law: 'new',
  instantOf: (text, zone) => new Date(Date.parse(`${text}Z`) - (ahead[zone] ?? 0) * hourMs),
});

function slot(
  zone: string,
  [opens, closes]: readonly [number, number],
  booked: 'free' | 'booked' | 'begun',
): SlotAhead {
  const window = { opensAt: at(opens), closesAt: at(closes) };
  const booking = {
    ...window,
    takeoverId: newId<TakeoverId>(),
    curatorId: newId<CuratorId>(),
    penName: 'Robin',
    begun: booked === 'begun',
  };
  return {
    ...window,
    slotId: newId<SlotId>(),
    rotaId: null,
    zone,
    opensAtWall: wall(opens),
    closesAtWall: wall(closes),
    law: 'a',
    booking: booked === 'free' ? null : booking,
  };
}

const become = (slots: readonly SlotAhead[], ahead: Readonly<Record<string, number>>) => {
  const derived = deriveSlots(slots, { rules: lawOf(ahead), now });
  return slots.map((one) => {
    const found = derived.find((each) => each.slot === one);
    if (found?.became !== 'moved') return found?.became;
    return [found.window.opensAt, found.window.closesAt].map((edge) => (+edge - +now) / hourMs);
  });
};

describe('slots by another law', () => {
  it('follow their wall times, booked or free, and those of other zones stay', () => {
    const slots = [slot('A', [10, 12], 'free'), slot('A', [20, 22], 'booked'), slot('B', [30, 32], 'booked')];
    expect(become(slots, { A: 1 })).toEqual([[9, 11], [19, 21], 'same']);
  });

  it('begin when the one before ends, where two that are booked would overlap', () => {
    expect(become([slot('B', [8, 10], 'booked'), slot('A', [10, 12], 'booked')], { A: 1 })).toEqual([
      'same',
      [10, 11],
    ]);
    expect(become([slot('A', [8, 10], 'booked'), slot('B', [10, 12], 'booked')], { A: -1 })).toEqual([
      [9, 11],
      [11, 12],
    ]);
  });

  it('keep their length where nothing would be left of them, and push on those who follow', () => {
    const slots = [slot('A', [8, 9], 'booked'), slot('B', [9, 12], 'booked'), slot('B', [12, 14], 'booked')];
    expect(become(slots, { A: -2 })).toEqual([[12, 13], 'same', [13, 14]]);
  });

  it('begin now at the earliest, where the new law says that they are over', () => {
    expect(become([slot('A', [1, 2], 'booked'), slot('A', [3, 4], 'free')], { A: 3.5 })).toEqual([
      [0, 1],
      'gone',
    ]);
  });

  it('give way to booked ones where they are free, and to earlier free ones', () => {
    const slots = [slot('B', [8, 10], 'booked'), slot('A', [10, 12], 'free'), slot('B', [13, 15], 'free')];
    expect(become(slots, { A: 1 })).toEqual(['same', 'gone', 'same']);
    expect(become(slots, { A: -2 })).toEqual(['same', [12, 14], 'gone']);
  });

  it('keep the beginning they had, once begun, and end by the law', () => {
    expect(become([slot('A', [-2, 5], 'begun')], { A: 1 })).toEqual([[-2, 4]]);
    expect(become([slot('A', [-2, 5], 'begun')], { A: -1 })).toEqual([[-2, 6]]);
  });

  it('never overlap and never throw, whatever parliaments decide', () => {
    const zones = ['A', 'B', 'C'];
    const law = fc.record({ A: hours(), B: hours(), C: hours() });
    const some = fc.array(
      fc.record({
        zone: fc.constantFrom(...zones),
        gap: fc.integer({ min: 0, max: 4 }),
        lasts: fc.integer({ min: 1, max: 5 }),
        booked: fc.constantFrom('free' as const, 'booked' as const),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, law, fc.boolean(), (given, ahead, hasBegun) => {
        let hour = hasBegun ? -1 : 0;
        const slots = given.map(({ zone, gap, lasts, booked }, index) => {
          const opens = hour + (index === 0 && hasBegun ? 0 : gap);
          hour = opens + lasts;
          return slot(zone, [opens, hour], hasBegun && index === 0 ? 'begun' : booked);
        });
        const derived = deriveSlots(slots, { rules: lawOf(ahead), now });
        expect(derived).toHaveLength(slots.length);
        const spans = derived.flatMap((each): Span[] => {
          if (each.became === 'gone') return [];
          return [each.became === 'moved' ? each.window : each.slot];
        });
        expect(spans.filter(({ opensAt, closesAt }) => opensAt >= closesAt)).toEqual([]);
        const clash = (one: Span, index: number) =>
          spans.slice(index + 1).some((other) => overlap(one, other));
        expect(spans.filter(clash)).toEqual([]);
        for (const each of derived) if (each.became === 'gone') expect(each.slot.booking).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
});

function hours() {
  return fc.integer({ min: -3, max: 3 });
}
