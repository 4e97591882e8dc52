import type { SlotId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { askAgain, stopAskingAbout } from '../cover/stop-asking.js';
import { moveTakeover, type NewWindow } from '../takeovers/move-takeover.js';
import type { Window } from '../windows/window.js';
import { heedLaw } from '../zone-law/laws.js';

export interface ChangedSlot {
  readonly slotId: SlotId;
  readonly window: Window;
  /** Who has it, and the window they have from now on. */
  readonly takeover?: { readonly takeoverId: TakeoverId; readonly window: NewWindow };
}

/** A thousand years, exactly: everything stays as far from everything else as it was. */
const aside = `make_interval(hours => 8766000)`;

/**
 * Gives slots other windows, and those who have booked them, all at once. Neither slots nor takeovers may overlap at any moment,
 * and one may go where another still is: so all of them step aside together, into a time where nobody is, and come back one by
 * one. Nobody outside the transaction sees them there. The new windows overlap nothing that stays: whoever calls this has seen
 * to it. An offer of the old window is closed, and made anew with the new one.
 */
export async function changeWindows(tx: Tx, changed: readonly ChangedSlot[], law: string): Promise<void> {
  if (changed.length === 0) return;
  const stopped = await stopAskingAbout(
    tx,
    changed.map(({ slotId }) => slotId),
  );
  const takeovers = changed.flatMap(({ takeover }) => (takeover ? [takeover] : []));
  await tx.query(
    `UPDATE takeover SET opens_at = opens_at + ${aside}, closes_at = closes_at + ${aside}
      WHERE charity_id = $1 AND takeover_id = ANY ($2::uuid[]) AND state <> 'closed'`,
    [tx.charityId, takeovers.map(({ takeoverId }) => takeoverId)],
  );
  await tx.query(
    `UPDATE slot SET opens_at = opens_at + ${aside}, closes_at = closes_at + ${aside}
      WHERE charity_id = $1 AND slot_id = ANY ($2::uuid[])`,
    [tx.charityId, changed.map(({ slotId }) => slotId)],
  );
  await comeBack(tx, changed, law);
  for (const { takeoverId, window } of takeovers) await moveTakeover(tx, takeoverId, window);
  await heedLaw(tx, law);
  await askAgain(tx, stopped);
}

async function comeBack(tx: Tx, changed: readonly ChangedSlot[], law: string): Promise<void> {
  const windows = changed.map(({ window }) => window);
  await tx.query(
    `UPDATE slot SET law = $2, zone = new.zone, opens_at_wall = new.opens_at_wall, closes_at_wall = new.closes_at_wall,
                     opens_at = new.opens_at, closes_at = new.closes_at
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])
         AS new (slot_id, zone, opens_at_wall, closes_at_wall, opens_at, closes_at)
      WHERE slot.charity_id = $1 AND slot.slot_id = new.slot_id`,
    [
      tx.charityId,
      law,
      changed.map(({ slotId }) => slotId),
      windows.map(({ zone }) => zone),
      windows.map(({ opensAtWall }) => opensAtWall),
      windows.map(({ closesAtWall }) => closesAtWall),
      windows.map(({ opensAt }) => opensAt),
      windows.map(({ closesAt }) => closesAt),
    ],
  );
}
