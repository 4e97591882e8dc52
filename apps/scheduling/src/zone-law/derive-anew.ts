import { schedulingAudited } from '@baton/contracts';
import { appendFacts, newAuditFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import type { View } from '../rota/situation.js';
import { holdSlots, planAlone, slotsAheadOf } from '../rota/slots-ahead.js';
import { type ChangedSlot, changeWindows } from '../slots/change-windows.js';
import { freeSlotsGo } from '../slots/free-slots-go.js';
import { type Derived, deriveSlots } from './derive-slots.js';
import { isByLaw } from './laws.js';
import { noteChanges } from './zone-changes.js';

type Changed = Exclude<Derived, { became: 'same' }>;
type Moved = Extract<Derived, { became: 'moved' }>;

/**
 * Derives every slot ahead of a charity by the law this process knows, where it was derived by an older one. One replica does
 * it, and those who waited find it done; a process with an older law never undoes it, because it looks for older ones only.
 */
export async function deriveAnew(tx: Tx, view: View): Promise<void> {
  await planAlone(tx);
  const { law } = view.rules;
  const older = await tx.query('SELECT FROM zone_law WHERE charity_id = $1 AND law < $2', [
    tx.charityId,
    law,
  ]);
  if (older.length === 0) return;
  await holdSlots(tx, view.now);
  const derived = deriveSlots(await slotsAheadOf(tx, view.now), view);
  const changed = derived.filter((each): each is Changed => each.became !== 'same');
  await noteChanges(tx, changed, view);
  await freeSlotsGo(
    tx,
    changed.filter(({ became }) => became === 'gone').map(({ slot }) => slot.slotId),
  );
  await changeWindows(tx, changed.filter(isMoved).map(changedSlot), law);
  await tx.query('UPDATE slot SET law = $2 WHERE charity_id = $1 AND law < $2 AND closes_at > $3', [
    tx.charityId,
    law,
    view.now,
  ]);
  await isByLaw(tx, law);
  if (changed.length > 0) await audit(tx, changed, view);
}

const isMoved = (each: Changed): each is Moved => each.became === 'moved';

const changedSlot = ({ slot, window, takeover }: Moved): ChangedSlot => ({
  slotId: slot.slotId,
  window: { ...slot, ...window },
  ...(slot.booking &&
    takeover && {
      takeover: { takeoverId: slot.booking.takeoverId, window: { ...takeover, because: 'zoneLaw' } },
    }),
});

function audit(tx: Tx, changed: readonly Changed[], { now, rules: { law } }: View): Promise<void> {
  const booked = changed.filter(({ slot }) => slot.booking).length;
  const details = { law, slots: changed.length, booked };
  const note = { by: 'scheduling', action: 'zone.re-derived', about: null, details, at: now } as const;
  return appendFacts(tx, newAuditFact(schedulingAudited, note));
}
