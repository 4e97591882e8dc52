import { curatorLeft, type OfferId, type SlotId } from '@baton/contracts';
import type { Slot } from '../slots/slots.js';
import { accepted, type CharityOnStage, type CuratorOnStage } from './charity-on-stage.js';
import type { Stage } from './stage.js';

const hourMs = 3_600_000;

/** What people do about a slot that somebody gives up, in whatever charity a test is about at the moment. */
export function coverActs(stageNow: () => Stage, charityNow: () => CharityOnStage) {
  let shifted = 0;
  const charityId = () => charityNow().charityId;
  const passes = async (ms: number) => {
    shifted += ms;
    await stageNow().shiftClock(shifted);
    await stageNow().doWhatIsDue();
    await stageNow().look();
  };
  const aSlot = (opensInMs: number, lastsMs = 48 * hourMs) => charityNow().addSlotIn({ opensInMs, lastsMs });
  const standsBy = async (curator: CuratorOnStage, slot: Slot) =>
    accepted(
      await stageNow().call('offer-standby', { charityId: charityId(), slotId: slot.slotId }, curator.caller),
    );
  const standsByFor = async (curator: CuratorOnStage, from: string, until: string) =>
    accepted(await stageNow().call('offer-standby', { charityId: charityId(), from, until }, curator.caller));
  const waits = async (curator: CuratorOnStage, wish: { from?: string; until?: string } = {}) =>
    accepted(await stageNow().call('join-waitlist', { charityId: charityId(), ...wish }, curator.caller));
  const unwell = (curator: CuratorOnStage) =>
    stageNow().call('report-unwell', { charityId: charityId() }, curator.caller);
  const offersOf = async (curator: CuratorOnStage) =>
    accepted(await stageNow().call('list-my-offers', { charityId: charityId() }, curator.caller)).offers;
  const openOfferOf = async (curator: CuratorOnStage) =>
    (await offersOf(curator)).find(({ state }) => state === 'open');
  const accepts = (curator: CuratorOnStage, offerId: OfferId) =>
    stageNow().call('accept-offer', { charityId: charityId(), offerId }, curator.caller);
  const declines = (curator: CuratorOnStage, offerId: OfferId) =>
    stageNow().call('decline-offer', { charityId: charityId(), offerId }, curator.caller);
  const leaves = ({ curatorId }: CuratorOnStage) =>
    stageNow().hears(curatorLeft, charityId(), {
      subject: curatorId,
      revision: 1,
      data: { curatorId, pastPosts: 'keep' },
    });
  const slotNow = async ({ slotId }: { slotId: SlotId }) =>
    (await charityNow().slots()).find((slot) => slot.slotId === slotId);
  const factsOf = async (type: string) => (await charityNow().facts()).filter((fact) => fact.type === type);
  const cover = async () =>
    accepted(await stageNow().call('list-cover', { charityId: charityId() }, charityNow().manager)).cover;

  /** Somebody who has the next slot, and others. */
  async function aBookedSlot(others: number, opensInMs = 10 * hourMs) {
    const [robin, ...rest] = await Promise.all(
      Array.from({ length: others + 1 }, () => charityNow().aReadyCurator()),
    );
    if (!robin) throw new Error('nobody is there');
    const slot = await aSlot(opensInMs);
    const { takeoverId } = await charityNow().book(slot, robin);
    return { slot, robin, takeoverId, others: rest as [CuratorOnStage, CuratorOnStage, CuratorOnStage] };
  }
  /** The clock alone goes on: nothing looks. */
  const clockPasses = (ms: number) => {
    shifted += ms;
    return stageNow().shiftClock(shifted);
  };
  return {
    charityId,
    passes,
    aSlot,
    standsBy,
    standsByFor,
    waits,
    unwell,
    offersOf,
    openOfferOf,
    accepts,
    declines,
    leaves,
    slotNow,
    factsOf,
    cover,
    aBookedSlot,
    clockPasses,
  };
}
