import {
  type AccountId,
  beginConnection,
  type CallId,
  type CharityId,
  defineRota,
  finishConnection,
  type InvitationId,
  inviteMember,
  listScopes,
  listSignpostingPresets,
  openCall,
  publishAgreement,
  type RotaId,
  setBrand,
  setPolicy,
  setSignposting,
  viewSetUp,
} from '@baton/contracts';
import { comeAboard } from '../story/come-aboard.js';
import type { Narrator } from '../story/narrator.js';
import { joinByMail, Person, signInByMail, stepUpByMail } from '../story/people.js';
import type { SandboxControl } from '../story/sandbox-control.js';
import type { StorySystem } from '../story/story-system.js';
import { fresh } from '../story/story-world.js';
import { waitFor } from '../story/wait-for.js';

export interface Onboarding {
  readonly system: StorySystem;
  readonly tell: Narrator;
  readonly x: SandboxControl;
}

/** What somebody knows who brings a charity aboard. */
export interface CharityToBe {
  readonly name: string;
  readonly slug: string;
  readonly zone: string;
  readonly country: string;
  readonly registrationNumber: string;
  readonly colour: string;
}

export interface CharityOnboarded extends CharityToBe {
  readonly charityId: CharityId;
  readonly owner: Person;
  readonly moderator: Person;
  readonly handle: string;
}

/** Brings a charity aboard from nothing, through the HTTP API alone, until the set-up says that it is ready. */
export async function onboardCharity(stage: Onboarding, charity: CharityToBe): Promise<CharityOnboarded> {
  const { tell, system } = stage;
  const contact = `contact@${charity.slug}.example`;
  const { name, slug, zone, registrationNumber } = charity;
  const charityId = await tell.step(`${name} asks to come aboard and is let in`, async () => ({
    value: await comeAboard(system, { name, slug, zone, registrationNumber, contactEmail: contact }),
    detail: `${registrationNumber}, ${zone}`,
  }));
  const owner = await tell.step('Its contact signs in and is its owner', async () => ({
    value: await signInByMail(system, charityId, 'staff', contact),
    detail: await stillMissing(system, charityId),
  }));
  await stepUpByMail(system, owner, contact);
  await setTheRules(stage, charity, { charityId, owner });
  const handle = await connect(stage, charity, { charityId, owner });
  const moderator = await tell.step('A moderator is invited and joins by the link', async () => {
    const email = `moderator@${charity.slug}.example`;
    const invitationId = fresh<InvitationId>();
    await owner.does(inviteMember, { charityId, invitationId, email, role: 'moderator' });
    return { value: await joinByMail(system, email) };
  });
  await tell.step('The set-up says: ready for the first handover', async () => {
    const setUp = await waitFor('the set-up to be ready', 20_000, async () => {
      const seen = await owner.does(viewSetUp, { charityId });
      return seen.readyForHandover ? seen : undefined;
    });
    return { value: undefined, detail: `${setUp.progress.done} of ${setUp.progress.of} steps done` };
  });
  return { ...charity, charityId, owner, moderator, handle };
}

async function stillMissing(system: StorySystem, charityId: CharityId): Promise<string> {
  const operator = new Person(system.gatewayOrigin, system.operatorToken);
  const { stillMissing: missing } = await operator.does(viewSetUp, { charityId });
  return `${missing.length} things are missing before a handover can open. The first: ${missing[0]}`;
}

async function setTheRules(
  { tell }: Onboarding,
  { name, country, colour }: CharityToBe,
  { charityId, owner }: { charityId: CharityId; owner: Person },
): Promise<void> {
  await tell.step('Weekend rule, policy preset, signposting, agreement, brand, first call', async () => {
    await owner.does(defineRota, {
      charityId,
      rotaId: fresh<RotaId>(),
      opens: { weekday: 'friday', time: '17:30' },
      closes: { weekday: 'monday', time: '09:00' },
      startsOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
    });
    await owner.does(setPolicy, { charityId, preset: 'standard' });
    const { presets } = await owner.does(listSignpostingPresets, {});
    const preset = presets.find((each) => each.country === country);
    if (!preset) throw new Error(`there is no list of helplines for ${country}`);
    await owner.does(setSignposting, { charityId, resources: preset.resources, confirmed: true });
    const text = `You post as yourself, kindly. ${name} may pause or end a takeover at any time.`;
    await owner.does(publishAgreement, { charityId, text });
    await owner.does(setBrand, { charityId, colour });
    await owner.does(openCall, {
      charityId,
      callId: fresh<CallId>(),
      title: 'Take us over for a weekend',
      invitation: `Have the account of ${name} for a weekend.`,
      consentText: `I agree that ${name} keeps my name and address safe.`,
    });
    return { value: undefined };
  });
}

async function connect(
  { tell, x }: Onboarding,
  { name, slug }: CharityToBe,
  { charityId, owner }: { charityId: CharityId; owner: Person },
): Promise<string> {
  const handle = slug.replaceAll('-', '_');
  return tell.step('Its X account is connected through a developer app of its own', async () => {
    const { redirectUri } = await owner.does(listScopes, {});
    const app = await x.createAccountWithApp({ handle, name, redirectUri });
    const begun = await owner.does(beginConnection, { charityId, accountId: fresh<AccountId>(), ...app });
    await owner.does(finishConnection, { charityId, ...(await x.sayYes(begun.authorizeUrl, handle)) });
    return { value: handle, detail: `@${handle}: ${begun.scopes.join(' ')}` };
  });
}
