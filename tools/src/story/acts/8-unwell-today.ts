import {
  acceptOffer,
  type CalendarLinkId,
  declineOffer,
  joinWaitlist,
  listMyOffers,
  makeCalendarLink,
  offerStandby,
  reportUnwell,
} from '@baton/contracts';
import { type Entry, subscribedTo } from '../calendar.js';
import { fresh, type ReadyCurator } from '../story-world.js';
import { mailTo, takeoverOf } from './8-two-swap.js';
import { type Ahead, type Booked, dayOf, type Two } from './8-weekends-ahead.js';

/** Lee falls ill. Robin stands by and is tired; Sam, who once came too late, has waited for a weekend. */
export async function unwellToday(ahead: Ahead, { lee }: Two): Promise<void> {
  const { stage, takeover } = ahead;
  const robin = {
    penName: 'Robin',
    person: takeover.curator,
    curatorId: takeover.curatorId,
    email: takeover.identity.email,
  };
  const calendar = await subscribe(ahead, lee);
  await standByAndWait(ahead, robin, lee);
  await stage.tell.step('Lee is unwell: one call, no reason, and Robin is asked by mail', async () => {
    const { charityId } = ahead.charity;
    const { takeover: given, cover } = await lee.who.person.does(reportUnwell, { charityId });
    if (given.takeoverId !== lee.takeoverId || cover !== 'asking')
      throw new Error(`it is ${cover} for ${given.takeoverId}`);
    const letter = await mailTo(ahead, robin, 'somebody is needed', dayOf(lee.opensAt));
    const detail = `“${/somebody is needed.*/.exec(letter)?.[0]}”`;
    return { value: undefined, by: 'scheduling', fact: 'slot.offered', detail };
  });
  await robinSaysNo(ahead, robin, lee);
  await samHasIt(ahead, lee);
  await calendarsFollow(ahead, lee, calendar);
}

const subscribe = (ahead: Ahead, lee: Booked): Promise<string> =>
  ahead.stage.tell.step('Lee’s own calendar subscribes, and shows the weekend as it is booked', async () => {
    const { charityId } = ahead.charity;
    const linkId = fresh<CalendarLinkId>();
    const { token } = await lee.who.person.does(makeCalendarLink, { charityId, linkId });
    const address = `${ahead.stage.system.gatewayOrigin}/calendars/${charityId}/${token}.ics`;
    const entry = entryOf(lee, await subscribedTo(address));
    mustBeItsWindow(entry, lee);
    const detail = `“${entry.summary}”, ${dayOf(entry.startsAt)}; it names neither the charity nor MS`;
    return { value: address, by: 'api-gateway', detail };
  });

const standByAndWait = ({ stage, charity, takeover }: Ahead, robin: ReadyCurator, lee: Booked) =>
  stage.tell.step('Robin stands by for that weekend; Sam, who came too late, waits for any', async () => {
    const { charityId } = charity;
    await robin.person.does(offerStandby, { charityId, slotId: lee.slotId });
    const { place } = await takeover.sam.person.does(joinWaitlist, { charityId });
    if (place !== 1) throw new Error(`Sam is number ${place}`);
    return { value: undefined, by: 'scheduling' };
  });

const robinSaysNo = (ahead: Ahead, robin: ReadyCurator, lee: Booked) =>
  ahead.stage.tell.step('Robin is tired and says no; only now is Sam asked, who waits longest', async () => {
    const { sam } = ahead.takeover;
    if (await offerTo(ahead, sam)) throw new Error('two were asked at once');
    const offerId = await offerTo(ahead, robin);
    if (!offerId) throw new Error('Robin has no offer to answer');
    await robin.person.does(declineOffer, { charityId: ahead.charity.charityId, offerId });
    await mailTo(ahead, sam, 'somebody is needed', dayOf(lee.opensAt));
    return { value: undefined, by: 'scheduling', fact: 'slot.offered', detail: 'nobody asked why' };
  });

const samHasIt = (ahead: Ahead, lee: Booked) =>
  ahead.stage.tell.step('Sam says yes, and has the weekend', async () => {
    const { sam } = ahead.takeover;
    const offerId = await offerTo(ahead, sam);
    if (!offerId) throw new Error('Sam has no offer to answer');
    const taken = await sam.person.does(acceptOffer, { charityId: ahead.charity.charityId, offerId });
    const booked = { ...lee, who: sam, takeoverId: taken.takeoverId };
    if ((await takeoverOf(ahead, booked)) !== taken.takeoverId) throw new Error('another takeover stands');
    if (taken.opensAt !== lee.opensAt || taken.closesAt !== lee.closesAt)
      throw new Error('it is another window');
    await ahead.stage.facts.hear('takeover.scheduled', { takeoverId: taken.takeoverId }, 20_000);
    await mailTo(ahead, sam, 'your booking stands', dayOf(lee.opensAt));
    const detail = `${dayOf(lee.opensAt)}; nobody of the team had to decide`;
    return { value: undefined, by: 'scheduling', fact: 'takeover.scheduled', detail };
  });

const calendarsFollow = (ahead: Ahead, lee: Booked, address: string) =>
  ahead.stage.tell.step('Lee’s calendar strikes it out by itself; the public one shows it', async () => {
    const struckOut = entryOf(lee, await subscribedTo(address));
    if (struckOut.status !== 'CANCELLED') throw new Error(`Lee’s calendar says ${struckOut.status}`);
    const { gatewayOrigin } = ahead.stage.system;
    const open = await subscribedTo(`${gatewayOrigin}/c/${ahead.charity.slug}/calendar.ics`);
    const takeoverId = await takeoverOf(ahead, { ...lee, who: ahead.takeover.sam });
    const shown = entryOf({ takeoverId }, open);
    mustBeItsWindow(shown, lee);
    if (open.some(({ summary }) => /Robin|Sam|Kim|Lee/.test(summary)))
      throw new Error('it names somebody who wishes to be anonymous');
    const detail = `“${struckOut.summary}”; to everybody “${shown.summary}”`;
    return { value: undefined, by: 'api-gateway', detail };
  });

/** The open offer to somebody. */
async function offerTo({ charity }: Ahead, { person }: ReadyCurator) {
  const { offers } = await person.does(listMyOffers, { charityId: charity.charityId });
  return offers.find(({ state }) => state === 'open')?.offerId;
}

function entryOf({ takeoverId }: Pick<Booked, 'takeoverId'>, entries: readonly Entry[]): Entry {
  const entry = entries.find(({ uid }) => uid.startsWith(takeoverId));
  if (!entry) throw new Error('it is not in the calendar');
  return entry;
}

function mustBeItsWindow({ startsAt, endsAt, status }: Entry, { opensAt, closesAt }: Booked): void {
  if (startsAt !== opensAt || endsAt !== closesAt || status !== 'CONFIRMED')
    throw new Error(`the calendar says ${status} from ${startsAt} to ${endsAt}`);
}
