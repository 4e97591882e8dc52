import { type BookedSlot, isBooked, type SlotAhead, takenBy } from '../rota/slots-ahead.js';
import { overlap, type Span, windowOf } from '../windows/window.js';
import type { ZoneRules } from '../windows/zone-rules.js';

/** What becomes of a slot by another law. */
export type Derived =
  | { readonly slot: SlotAhead; readonly became: 'same' | 'gone' }
  | { readonly slot: SlotAhead; readonly became: 'moved'; readonly window: Span; readonly takeover?: Span };

/**
 * Derives slots anew from their wall times. Pure; nothing it answers overlaps, whatever the law, and nothing throws.
 *
 * - What has begun keeps its beginning; only its end follows the law.
 * - What lasts longer than its slot, or began earlier, goes on doing so by as much.
 * - Booked comes before free: a free slot that would overlap one that is booked, or an earlier free one, is gone.
 * - Of two booked ones, the later begins when the earlier ends. Where nothing would be left of it, it keeps its length; so does
 *   one that would be over by now, from now on: nobody loses a takeover to a parliament.
 */
export function deriveSlots(
  slots: readonly SlotAhead[],
  { rules, now }: { rules: ZoneRules; now: Date },
): Derived[] {
  const booked = slots
    .filter(isBooked)
    .map((slot) => ({ slot, ...meant(slot, { rules, now }) }))
    .sort(begunFirst);
  const settled: (Derived & { taken: Span })[] = [];
  let free = now;
  let slotsUntil = new Date(0);
  for (const { slot, window, takeover } of booked) {
    const begun = slot.booking.begun;
    const here = {
      window: after(begun ? slotsUntil : free, window, slot),
      takeover: after(begun ? new Date(0) : free, takeover, slot.booking),
    };
    const taken = takenBy({ ...slot, ...here.window, booking: { ...slot.booking, ...here.takeover } });
    free = laterOf(free, taken.closesAt);
    slotsUntil = laterOf(slotsUntil, here.window.closesAt);
    const same = isSame(here.window, slot) && isSame(here.takeover, slot.booking);
    settled.push({ slot, taken, ...(same ? { became: 'same' } : { became: 'moved', ...here }) });
  }
  return [
    ...settled.map(({ taken: _, ...derived }) => derived),
    ...deriveFree(slots, settled, { rules, now }),
  ];
}

function deriveFree(
  slots: readonly SlotAhead[],
  booked: readonly { taken: Span }[],
  { rules, now }: { rules: ZoneRules; now: Date },
): Derived[] {
  const taken = booked.map((derived) => derived.taken);
  const wishes = slots
    .filter((slot) => !isBooked(slot))
    .map((slot) => ({ slot, window: derivedOrAsIs(slot, rules) }))
    .sort((one, other) => +one.window.opensAt - +other.window.opensAt);
  return wishes.map(({ slot, window }) => {
    const isLate = !isSame(window, slot) && slot.opensAt > now && window.opensAt < now;
    if (isLate || taken.some((other) => overlap(other, window))) return { slot, became: 'gone' };
    taken.push(window);
    return isSame(window, slot) ? { slot, became: 'same' } : { slot, became: 'moved', window };
  });
}

/** The windows a booked slot and its takeover are meant to have, looking at nobody else. */
function meant(
  slot: BookedSlot,
  { rules, now }: { rules: ZoneRules; now: Date },
): { window: Span; takeover: Span } {
  const derived = derivedOrAsIs(slot, rules);
  const { booking } = slot;
  const opensLater = +derived.opensAt - +slot.opensAt;
  const closesLater = +derived.closesAt - +slot.closesAt;
  return {
    window: { opensAt: slot.opensAt <= now ? slot.opensAt : derived.opensAt, closesAt: derived.closesAt },
    takeover: {
      opensAt: booking.begun ? booking.opensAt : later(booking.opensAt, opensLater),
      closesAt: later(booking.closesAt, closesLater),
    },
  };
}

function derivedOrAsIs(slot: SlotAhead, rules: ZoneRules): Span {
  const { opensAt, closesAt } =
    slot.law < rules.law ? (windowOf(slot.opensAtWall, slot.closesAtWall, slot.zone, rules) ?? slot) : slot;
  return { opensAt, closesAt };
}

/** Not before `from`; where that leaves nothing, as long as it was. */
function after(from: Date, { opensAt, closesAt }: Span, before: Span): Span {
  const begins = opensAt < from ? from : opensAt;
  return begins < closesAt
    ? { opensAt: begins, closesAt }
    : { opensAt: begins, closesAt: later(begins, +before.closesAt - +before.opensAt) };
}

/** What has begun holds its ground; the others come in the order they would begin. */
const begunFirst = (one: Meant, other: Meant): number =>
  Number(other.slot.booking.begun) - Number(one.slot.booking.begun) ||
  +one.takeover.opensAt - +other.takeover.opensAt;

interface Meant {
  readonly slot: BookedSlot;
  readonly takeover: Span;
}

function laterOf(one: Date, other: Date): Date {
  if (one < other) return other;
  return one;
}

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

const isSame = (one: Span, other: Span): boolean =>
  +one.opensAt === +other.opensAt && +one.closesAt === +other.closesAt;
