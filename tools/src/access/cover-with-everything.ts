import {
  bookSlot,
  type CuratorId,
  cancelBooking,
  joinWaitlist,
  listMyOffers,
  listSlots,
  offerStandby,
  proposeSwap,
  type SlotId,
  type SwapId,
  type TakeoverId,
} from '@baton/contracts';
import type { Person } from '../story/people.js';
import { fresh } from '../story/story-world.js';
import type { Place } from './charity-with-everything.js';

interface People {
  readonly curator: Person;
  readonly curatorId: CuratorId;
  readonly buddy: Person;
}

/** A slot that is offered to somebody who waits, and a swap that somebody is asked for. All of it is a year ahead. */
export async function coverAndSwap(
  { word, charityId }: Place,
  owner: Person,
  { curator, curatorId, buddy }: People,
) {
  const { slots } = await owner.does(listSlots, { charityId, state: 'free', limit: 200 });
  const [freed, theirs, own] = slots.slice(-20).map(({ slotId }) => slotId);
  if (!freed || !theirs || !own) throw new Error('the rota is too short');
  const bookFor = async (slotId: SlotId): Promise<TakeoverId> => {
    const takeoverId = fresh<TakeoverId>();
    await owner.does(bookSlot, { charityId, slotId, takeoverId, curatorId, despiteLimits: true });
    return takeoverId;
  };
  const givenUp = await bookFor(freed);
  await buddy.does(joinWaitlist, { charityId });
  await buddy.does(offerStandby, { charityId, slotId: freed });
  await curator.does(cancelBooking, { charityId, takeoverId: givenUp, say: `${word} cannot` });
  const { offers } = await buddy.does(listMyOffers, { charityId });
  const offerId = offers[0]?.offerId;
  if (!offerId) throw new Error('nothing was offered to whoever waits');
  const takeoverId = await bookFor(own);
  await buddy.does(bookSlot, { charityId, slotId: theirs, takeoverId: fresh<TakeoverId>() });
  const swapId = fresh<SwapId>();
  await curator.does(proposeSwap, { charityId, swapId, takeoverId, slotId: theirs });
  return { offerId, swapId };
}
