import { addSlot, bookSlot, type DraftId, type SlotId, saveDraft, type TakeoverId } from '@baton/contracts';
import { type CharityAboard, fresh, type Stage, type TakeoverBooked } from '../story-world.js';
import { becomeReady, beSuggested, type Call } from './2-becoming-ready.js';

/** How far ahead the story's slot opens: long enough to book it, short enough not to wait. */
const opensInSeconds = 6;

/** A person applies, prepares, becomes ready and books; a second one, whom a follower suggested, finds the slot taken. */
export async function fromApplicantToBooked(stage: Stage, charity: Call): Promise<TakeoverBooked> {
  const { tell } = stage;
  tell.act(2, 'A person with MS becomes a curator');
  const run = charity.slug.replaceAll('-', '');
  const identity = {
    name: `Alexandra Whitcombe-${run}`,
    email: `alexandra.whitcombe.${run}@example.org`,
    phone: '07700 900473',
  };
  const robin = await becomeReady(stage, charity, { penName: 'Robin', identity });
  const sams = {
    name: 'Samuel Ferreira-Holt',
    email: `sam.ferreira.${run}@example.org`,
    phone: '07700 900281',
  };
  const nomination = await beSuggested(stage, charity, sams.email);
  const sam = await becomeReady(stage, charity, { penName: 'Sam', identity: sams, nomination });
  const slot = await offerSlot(stage, charity);
  const draftId = fresh<DraftId>();
  await tell.step('Robin prepares a post: the draft is kept, for whatever device comes next', async () => {
    const posts = [{ text: 'If this went out on time, I am asleep on the sofa.' }];
    const { charityId } = charity;
    await robin.person.does(saveDraft, { charityId, draftId, basedOn: 0, posts });
    return { value: undefined, by: 'posting-gateway' };
  });
  const takeoverId = fresh<TakeoverId>();
  await tell.step('Robin books the slot', async () => {
    await robin.person.does(bookSlot, { charityId: charity.charityId, slotId: slot.slotId, takeoverId });
    await stage.facts.hear('takeover.scheduled', { takeoverId }, 20_000);
    const detail = `${slot.opensAt.toISOString()} to ${slot.closesAt.toISOString()}`;
    return { value: undefined, by: 'scheduling', fact: 'takeover.scheduled', detail };
  });
  await tell.step('Sam tries for the same slot and is shown what is free', async () => {
    const booking = { charityId: charity.charityId, slotId: slot.slotId, takeoverId: fresh<TakeoverId>() };
    const refusal = await sam.person.isRefused(bookSlot, booking, 'slotTaken');
    const { alternatives } = refusal.details as { alternatives: { opensAtWall: string }[] };
    if (alternatives.length === 0) throw new Error('no alternatives were shown');
    const detail = `“${refusal.message}” ${alternatives.map((free) => free.opensAtWall.slice(0, 10)).join(', ')}`;
    return { value: undefined, by: 'scheduling', detail };
  });
  return { curator: robin.person, curatorId: robin.curatorId, takeoverId, draftId, identity, sam, ...slot };
}

async function offerSlot({ tell, windowSeconds }: Stage, { charityId, manager }: CharityAboard) {
  return tell.step(`A slot of ${windowSeconds} seconds stands for the weekend`, async () => {
    const opens = new Date(Math.ceil(Date.now() / 1000) * 1000 + opensInSeconds * 1000);
    const closes = new Date(opens.getTime() + windowSeconds * 1000);
    const slot = await manager.does(addSlot, {
      charityId,
      slotId: fresh<SlotId>(),
      opensAtWall: wallInLondon(opens),
      closesAtWall: wallInLondon(closes),
    });
    const value = { slotId: slot.slotId, opensAt: new Date(slot.opensAt), closesAt: new Date(slot.closesAt) };
    if (value.opensAt.getTime() !== opens.getTime()) throw new Error(`the slot opens at ${slot.opensAt}`);
    return { value, by: 'scheduling', detail: 'the same code as a real weekend, only shorter' };
  });
}

/** `2026-11-27T17:30:00`, as the clock on a wall in London shows it. */
const wallInLondon = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' })
    .format(at)
    .replace(' ', 'T');
