import {
  type ApplicationId,
  acceptAgreement,
  acceptApplication,
  addSlot,
  apply,
  bookSlot,
  type CallId,
  type CuratorId,
  type DraftId,
  type SlotId,
  saveDraft,
  type TakeoverId,
  viewAgreement,
  viewCall,
} from '@baton/contracts';
import { askForTheAgreementAlone } from '../ask-for-the-agreement-alone.js';
import { Person, signInByMail } from '../people.js';
import { type CharityAboard, fresh, type Identity, type Stage, type TakeoverBooked } from '../story-world.js';

/** How far ahead the story's slot opens: long enough to book it, short enough not to wait. */
const opensInSeconds = 6;

type Call = CharityAboard & { callId: CallId };

/** A person applies under a pen name, is accepted, agrees, becomes ready and books; a second one finds the slot taken. */
export async function fromApplicantToBooked(stage: Stage, charity: Call): Promise<TakeoverBooked> {
  const { tell } = stage;
  tell.act(2, 'A person with MS becomes a curator');
  await tell.step('The charity asks for the agreement; advice and a rehearsal are on offer', async () => {
    await askForTheAgreementAlone(charity.manager, charity.charityId);
    return { value: undefined, by: 'recruitment' };
  });
  const run = charity.slug.replaceAll('-', '');
  const identity = {
    name: `Alexandra Whitcombe-${run}`,
    email: `alexandra.whitcombe.${run}@example.org`,
    phone: '07700 900473',
  };
  const robin = await becomeReady(stage, charity, 'Robin', identity);
  const sam = await becomeReady(stage, charity, 'Sam', {
    name: 'Samuel Ferreira-Holt',
    email: `sam.ferreira.${run}@example.org`,
    phone: '07700 900281',
  });
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
  return { curator: robin.person, curatorId: robin.curatorId, takeoverId, draftId, identity, ...slot };
}

async function becomeReady(stage: Stage, charity: Call, penName: string, person: Identity) {
  const { tell, system, facts } = stage;
  const { charityId, callId, manager } = charity;
  const visitor = new Person(system.gatewayOrigin);
  const applicationId = fresh<ApplicationId>();
  await tell.step(`${penName} applies under this pen name, wishing to be anonymous`, async () => {
    const { consentHash } = await visitor.does(viewCall, { charityId, callId });
    const form = {
      charityId,
      callId,
      applicationId,
      penName,
      identityLevel: 'anonymous',
      person,
      consentHash,
    } as const;
    await visitor.does(apply, form);
    await facts.hear('application.submitted', { applicationId }, 20_000);
    return { value: undefined, by: 'recruitment', fact: 'application.submitted' };
  });
  const curatorId = await tell.step(`The manager accepts ${penName}`, async () => {
    const { curatorId: id } = await manager.does(acceptApplication, { charityId, applicationId });
    return { value: id as CuratorId, by: 'recruitment', fact: 'application.accepted' };
  });
  const curator = await tell.step(
    `${penName} signs in by a code from the mail; no password exists`,
    async () => ({
      value: await signInByMail(system, charityId, 'curator', person.email),
      by: 'api-gateway',
    }),
  );
  await tell.step(`${penName} accepts the curating agreement and is ready`, async () => {
    const { version, hash } = await curator.does(viewAgreement, { charityId });
    await curator.does(acceptAgreement, { charityId, version, hash });
    await facts.hear('curator.ready', { curatorId }, 20_000);
    const detail = `agreement version ${version}, sha-256 ${hash.slice(0, 12)}…`;
    return { value: undefined, by: 'recruitment', fact: 'curator.ready', detail };
  });
  return { person: curator, curatorId };
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
