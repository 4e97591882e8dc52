import {
  type CharityId,
  type CuratorId,
  type SlotId,
  type TakeoverId,
  takeoverClosed,
  takeoverOpened,
  takeoverScheduled,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';

const dayMs = 86_400_000;

/** Scheduling's fact that somebody has booked a day that ends then. */
export function takeoverScheduledTo(charityId: CharityId, curatorId: CuratorId, closesAt: Date) {
  const takeoverId = newId<TakeoverId>();
  const data = {
    takeoverId,
    slotId: newId<SlotId>(),
    curatorId,
    penName: 'Robin',
    identityLevel: 'anonymous' as const,
    opensAt: new Date(closesAt.getTime() - dayMs).toISOString(),
    closesAt: closesAt.toISOString(),
  };
  return [takeoverScheduled, charityId, { subject: takeoverId, revision: 1, data }] as const;
}

/** Scheduling's fact that a takeover has opened. */
export function takeoverOpenedOf(charityId: CharityId, curatorId: CuratorId, takeoverId: TakeoverId) {
  const data = { takeoverId, curatorId, openedAt: new Date().toISOString() };
  return [takeoverOpened, charityId, { subject: takeoverId, revision: 2, data }] as const;
}

/** Scheduling's fact that it has closed. */
export function takeoverClosedOf(charityId: CharityId, curatorId: CuratorId, takeoverId: TakeoverId) {
  const data = { takeoverId, curatorId, closedAt: new Date().toISOString() };
  return [takeoverClosed, charityId, { subject: takeoverId, revision: 3, data }] as const;
}
