import type { HiatusId, LeftOut, RotaId, WhatOfBooked } from '@baton/contracts';
import { onTheClock, type Span, type Window } from '../windows/window.js';
import { nearestWindows } from './nearest-windows.js';
import { type BookedSlot, isBooked, type SlotAhead } from './slots-ahead.js';
import { whatIsTaken } from './what-is-taken.js';

/** What a rota is planned from. The slots are those of the whole charity; `rotaId` null stands for its one-off slots. */
export interface Situation {
  readonly rotaId: RotaId | null;
  /** The windows there should be, soonest first; none overlaps another. */
  readonly wanted: readonly Window[];
  /** Windows that are not wanted although the rule names them, and why. */
  readonly leftOut: readonly LeftOut[];
  readonly slots: readonly SlotAhead[];
  readonly now: Date;
  /** The law by which `wanted` was derived. */
  readonly law: string;
}

export interface Choice {
  readonly what: WhatOfBooked;
  /** Whom it is about; all others of the rota that do not fit are kept beside it. */
  readonly concerns: (slot: BookedSlot) => boolean;
}

/** A booked slot that does not fit, and the window `move` would give it. */
export interface Concerned {
  readonly slot: BookedSlot;
  readonly nearest: Window | null;
}

export interface RotaPlan {
  readonly added: readonly Window[];
  readonly removed: readonly SlotAhead[];
  readonly kept: readonly SlotAhead[];
  /** Booked slots that do not fit and are asked about. */
  readonly concerned: readonly Concerned[];
  readonly leftOut: readonly LeftOut[];
}

export const everybody = (what: WhatOfBooked): Choice => ({ what, concerns: () => true });

/**
 * What must change so that a rota's slots are the windows there should be. Pure.
 *
 * - A slot fits where its wall times do; what is right keeps its id. A free one that was derived by an older law, or a slot
 *   that is right no more, goes and comes anew.
 * - A booked slot that does not fit is kept, moved or called off as is chosen. One that has begun is never touched.
 * - No window comes where another slot of the charity is: it is left out, and said.
 */
export function planRota(situation: Situation, { what, concerns }: Choice): RotaPlan {
  const wanted = new Map(situation.wanted.map((window) => [onTheClock(window), window]));
  const own = situation.slots.filter(({ rotaId }) => rotaId === situation.rotaId);
  const fits = (slot: SlotAhead) => wanted.has(onTheClock(slot));
  const fitting = own.filter((slot) => isBooked(slot) && fits(slot));
  const asked = own.filter(isBooked).filter((slot) => !fits(slot) && !slot.booking.begun && concerns(slot));
  const beside = own.filter((slot) => isBooked(slot) && !fits(slot) && !asked.includes(slot));
  const others = situation.slots.filter(({ rotaId }) => rotaId !== situation.rotaId);

  const fixed = [...others, ...beside, ...fitting];
  const booked = clocksOf(fitting);
  const isFixed = whatIsTaken(fixed);
  const open = situation.wanted.filter((window) => !booked.has(onTheClock(window)) && !isFixed(window));
  const concerned = findNearest(asked, { fitting, open, now: situation.now });
  const moves = what === 'move' ? concerned.flatMap(({ nearest }) => (nearest ? [nearest] : [])) : [];
  const targets = clocksOf(moves);
  const inTheWay = what === 'keep' ? whatIsTaken([...fixed, ...asked]) : isFixed;

  const free = own.filter((slot) => !isBooked(slot));
  const kept = free.filter((slot) => isRight(slot, wanted, situation.law) && !targets.has(onTheClock(slot)));
  const gone = free.filter((slot) => !kept.includes(slot));
  const there = clocksOf([...fitting, ...kept, ...moves]);
  const missing = situation.wanted.filter((window) => !there.has(onTheClock(window)));
  const blocked = missing.flatMap((window) => leftOutFor(window, inTheWay(window), situation.rotaId));
  return {
    added: missing.filter((window) => !inTheWay(window)),
    removed: what === 'cancel' ? [...gone, ...asked] : gone,
    kept: [...fitting, ...kept],
    concerned,
    leftOut: [...situation.leftOut, ...blocked].sort((one, other) =>
      one.opensAtWall < other.opensAtWall ? -1 : 1,
    ),
  };
}

/** How many slots are not there any more; one that comes anew at the same wall times has not gone. Pure. */
export function slotsGoneBy({ removed, added }: RotaPlan): number {
  const there = clocksOf(added);
  return removed.filter((slot) => !there.has(onTheClock(slot))).length;
}

const clocksOf = (windows: readonly Window[]): ReadonlySet<string> => new Set(windows.map(onTheClock));

/** A replica with an older law must not undo what one with a newer law derived. */
function isRight(slot: SlotAhead, wanted: ReadonlyMap<string, Window>, law: string): boolean {
  const window = wanted.get(onTheClock(slot));
  if (!window) return false;
  return slot.law > law || (+window.opensAt === +slot.opensAt && +window.closesAt === +slot.closesAt);
}

function leftOutFor({ opensAtWall }: Window, there: SlotAhead | undefined, own: RotaId | null): LeftOut[] {
  if (!there) return [];
  const { slotId, rotaId } = there;
  const elsewhere = rotaId ? 'anotherRota' : 'oneOff';
  return [
    {
      opensAtWall,
      because: rotaId === own ? 'booked' : elsewhere,
      with: { slotId, opensAtWall: there.opensAtWall, ...(rotaId && { rotaId }) },
    },
  ];
}

function findNearest(
  asked: readonly BookedSlot[],
  { fitting, open, now }: { fitting: readonly SlotAhead[]; open: readonly Window[]; now: Date },
): Concerned[] {
  const ahead = open.filter(({ opensAt }) => opensAt > now);
  const windows = [...ahead, ...fitting].sort(soonestFirst);
  const line = [...asked, ...fitting].sort(soonestFirst);
  const places = new Map(windows.map((window, at) => [window, at]));
  const found = nearestWindows(
    line.map((slot) => ({
      ...spanOf(slot),
      ...(fitting.includes(slot) && { staying: places.get(slot) ?? -1 }),
    })),
    windows,
  );
  return asked.map((slot) => {
    const at = found[line.indexOf(slot)];
    return { slot, nearest: at === undefined ? null : (windows[at] ?? null) };
  });
}

const spanOf = ({ opensAt, closesAt }: Span): Span => ({ opensAt, closesAt });
const soonestFirst = (one: Span, other: Span): number => +one.opensAt - +other.opensAt;

export const leftOutByHiatus = ({ opensAtWall }: Window, hiatusId: HiatusId): LeftOut => ({
  opensAtWall,
  because: 'hiatus',
  with: { hiatusId },
});

export const leftOutByClocks = (opensAtWall: string): LeftOut => ({
  opensAtWall,
  because: 'clocksLeap',
  with: {},
});
