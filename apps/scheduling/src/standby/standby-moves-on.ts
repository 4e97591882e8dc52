import type { CuratorId, SlotId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { nearestWindows } from '../rota/nearest-windows.js';
import type { Span } from '../windows/window.js';

export interface Promised extends Span {
  readonly slotId: SlotId;
  readonly curatorId: CuratorId;
  readonly since: Date;
}

interface Place extends Span {
  readonly slotId: SlotId;
}

/** Farther away it is another week to whoever promised, and no weekend of theirs. */
const halfAWeekMs = 3.5 * 86_400_000;

const promised = `
  SELECT slot_id AS "slotId", curator_id AS "curatorId", since, opens_at AS "opensAt", closes_at AS "closesAt"
    FROM standby JOIN slot USING (charity_id, slot_id)
   WHERE charity_id = $1 AND slot_id = ANY ($2::uuid[]) ORDER BY opens_at, since, curator_id`;

/** Who stands by for one of these slots alone. */
export const promisedFor = (tx: Tx, slotIds: readonly SlotId[]): Promise<Promised[]> =>
  tx.query<Promised>(promised, [tx.charityId, slotIds]);

/**
 * Which slot takes the place of each that went: the nearest of those that came, as for bookings that move, each for one. None
 * where that is more than half a week away. Pure; both lists soonest first.
 */
export function placesOf(gone: readonly Place[], came: readonly Place[]): Map<SlotId, SlotId> {
  const found = nearestWindows(gone, came);
  return new Map(
    gone.flatMap(({ slotId, opensAt }, at) => {
      const place = came[found[at] ?? -1];
      return place && Math.abs(+place.opensAt - +opensAt) <= halfAWeekMs ? [[slotId, place.slotId]] : [];
    }),
  );
}

/** Not where the slot could not be added, because another one is there. */
const standByAgain = `
  INSERT INTO standby (charity_id, standby_id, curator_id, slot_id, since)
  SELECT $1, new.standby_id, new.curator_id, new.slot_id, new.since
    FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[]) AS new (standby_id, curator_id, slot_id, since)
   WHERE EXISTS (SELECT FROM slot WHERE slot.charity_id = $1 AND slot.slot_id = new.slot_id)
  ON CONFLICT DO NOTHING`;

/** Whoever stood by for a slot that went stands by for the one in its place, as long as before. */
export async function standByInTheirPlace(
  tx: Tx,
  promises: readonly Promised[],
  came: readonly Place[],
): Promise<void> {
  const gone = promises.filter(({ slotId }, at) => promises[at - 1]?.slotId !== slotId);
  const places = placesOf(gone, came);
  const kept = promises.flatMap(({ slotId, ...promise }) => {
    const place = places.get(slotId);
    return place ? [{ ...promise, slotId: place }] : [];
  });
  if (kept.length === 0) return;
  await tx.query(standByAgain, [
    tx.charityId,
    kept.map(() => newId()),
    kept.map(({ curatorId }) => curatorId),
    kept.map(({ slotId }) => slotId),
    kept.map(({ since }) => since),
  ]);
}
