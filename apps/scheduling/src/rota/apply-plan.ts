import {
  type Caller,
  type RotaId,
  type SlotId,
  schedulingAudited,
  type WhatOfBooked,
} from '@baton/contracts';
import { appendFacts, newAuditFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { offerNewSlots } from '../cover/offer-new-slots.js';
import { askAgain, type Stopped } from '../cover/stop-asking.js';
import { factsOf } from '../handover/state-moves.js';
import { changeWindows } from '../slots/change-windows.js';
import { freeSlotsGo } from '../slots/free-slots-go.js';
import { insertSlots, type NewSlot } from '../slots/slots.js';
import { promisedFor, standByInTheirPlace } from '../standby/standby-moves-on.js';
import { closeEarly } from '../takeovers/close-early.js';
import { onTheClock } from '../windows/window.js';
import type { Concerned, RotaPlan } from './plan-rota.js';
import type { View } from './situation.js';
import type { SlotAhead } from './slots-ahead.js';

export interface Change {
  readonly rotaId: RotaId | null;
  readonly what: WhatOfBooked;
  /** Nobody asks anything of booked slots where a rota grows by itself. */
  readonly by: Caller | undefined;
  readonly view: View;
}

/** Makes a rota what was planned: what goes first, then what moves, then what comes. The slots are held by now. */
export async function applyPlan(tx: Tx, plan: RotaPlan, { rotaId, what, by, view }: Change): Promise<void> {
  if (what === 'cancel') for (const { slot } of plan.concerned) await callOff(tx, slot);
  const going = plan.removed.map(({ slotId }) => slotId);
  const promises = await promisedFor(tx, going);
  const stopped = await freeSlotsGo(tx, going);
  if (what === 'move') await move(tx, plan.concerned, { by, view });
  const added = plan.added.map((window) => ({ ...window, slotId: newId<SlotId>() }));
  await insertSlots(tx, added, { ...(rotaId && { rotaId }), law: view.rules.law });
  await standByInTheirPlace(tx, promises, added);
  await askAgain(tx, sameOnTheClock(stopped, plan.removed, added));
  await offerNewSlots(
    tx,
    added.map(({ slotId }) => slotId),
  );
}

/** A slot that comes anew with another id is, to those who are asked about it, the same one. */
const sameOnTheClock = (
  stopped: readonly Stopped[],
  removed: readonly SlotAhead[],
  added: readonly NewSlot[],
): Stopped[] =>
  stopped.flatMap((search) => {
    const before = removed.find(({ slotId }) => slotId === search.slotId);
    const anew = before && added.find((slot) => onTheClock(slot) === onTheClock(before));
    return anew ? [{ ...search, slotId: anew.slotId }] : [];
  });

async function callOff(tx: Tx, { booking }: Concerned['slot']): Promise<void> {
  const closed = await closeEarly(tx, booking.takeoverId, 'rotaMoved');
  await appendFacts(tx, ...factsOf(closed).map(({ fact }) => fact));
}

async function move(
  tx: Tx,
  concerned: readonly Concerned[],
  { by, view: { now, rules } }: Pick<Change, 'by' | 'view'>,
): Promise<void> {
  const moved = concerned.flatMap(({ slot, nearest }) => (nearest ? [{ slot, nearest }] : []));
  const changed = moved.map(({ slot: { slotId, booking }, nearest }) => ({
    slotId,
    window: nearest,
    takeover: {
      takeoverId: booking.takeoverId,
      window: { opensAt: nearest.opensAt, closesAt: nearest.closesAt, because: 'rotaMoved' as const },
    },
  }));
  await changeWindows(tx, changed, rules.law);
  if (!by) return;
  const notes = moved.map(({ slot: { booking } }) =>
    newAuditFact(schedulingAudited, {
      by,
      action: 'takeover.moved',
      about: booking.takeoverId,
      details: { because: 'rotaMoved' },
      at: now,
    }),
  );
  await appendFacts(tx, ...notes);
}
