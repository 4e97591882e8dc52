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
import { factsOf } from '../handover/state-moves.js';
import { changeWindows } from '../slots/change-windows.js';
import { insertSlots } from '../slots/slots.js';
import { closeEarly } from '../takeovers/close-early.js';
import type { Concerned, RotaPlan } from './plan-rota.js';
import type { View } from './situation.js';

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
  await removeSlots(
    tx,
    plan.removed.map(({ slotId }) => slotId),
  );
  if (what === 'move') await move(tx, plan.concerned, { by, view });
  const added = plan.added.map((window) => ({ ...window, slotId: newId<SlotId>() }));
  await insertSlots(tx, added, { ...(rotaId && { rotaId }), law: view.rules.law });
}

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

/** None that somebody has: whatever was planned. */
async function removeSlots(tx: Tx, slotIds: readonly SlotId[]): Promise<void> {
  await tx.query(
    `DELETE FROM slot WHERE charity_id = $1 AND slot_id = ANY ($2::uuid[])
        AND NOT EXISTS (SELECT FROM takeover WHERE takeover.charity_id = $1 AND live_slot_id = slot.slot_id)`,
    [tx.charityId, slotIds],
  );
}
