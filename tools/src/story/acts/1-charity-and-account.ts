import {
  type AccountId,
  beginConnection,
  type CallId,
  type CharityId,
  defineRota,
  finishConnection,
  type InvitationId,
  inviteMember,
  listCharities,
  listScopes,
  listSlots,
  openCall,
  previewRota,
  type RotaId,
  setPolicy,
} from '@baton/contracts';
import { comeAboard } from '../come-aboard.js';
import { joinByMail, Person, signInByMail, stepUpByMail } from '../people.js';
import { type CharityAboard, fresh, type Stage } from '../story-world.js';
import { somebodyOnCall } from './1-somebody-on-call.js';

const zone = 'Europe/London';

/** A charity comes aboard: zone, weekend rule, policy and a connected X account. */
export async function charityComesAboard(stage: Stage): Promise<CharityAboard & { callId: CallId }> {
  const { tell, system } = stage;
  tell.act(1, 'A charity comes aboard');
  const charity = await register(stage);
  const managerEmail = `hanya@${charity.slug}.example`;
  const { owner, manager } = await tell.step(
    'Its manager is invited, and joins by the link in the mail',
    async () => {
      const owner = await signInByMail(system, charity.charityId, 'staff', charity.ownerEmail);
      await stepUpByMail(system, owner, charity.ownerEmail);
      await owner.does(inviteMember, {
        charityId: charity.charityId,
        invitationId: fresh<InvitationId>(),
        email: managerEmail,
        role: 'manager',
      });
      return {
        value: { owner, manager: await joinByMail(system, managerEmail) },
        by: 'api-gateway',
        detail: managerEmail,
      };
    },
  );
  const onCall = await somebodyOnCall(stage, charity, owner);
  await setRules(stage, charity, { owner, manager });
  const callId = await openTheCall(stage, charity.charityId, manager);
  const { accountId, handle } = await connectAccount(stage, { ...charity, managerEmail }, manager);
  return { ...charity, ...onCall, manager, managerEmail, accountId, handle, callId };
}

async function register({ tell, system, facts }: Stage) {
  return tell.step('Shine MS asks to come aboard and is let in', async () => {
    const { charities } = await new Person(system.gatewayOrigin).does(listCharities, {});
    const before = charities.filter(({ slug }) => slug.startsWith('shine-ms')).length;
    const slug = before === 0 ? 'shine-ms' : `shine-ms-${before + 1}`;
    const ownerEmail = `owner@${slug}.example`;
    const asked = { name: 'Shine MS', slug, zone, registrationNumber: '1139257', contactEmail: ownerEmail };
    const charityId = await comeAboard(system, asked);
    await facts.hear('charity.registered', { slug }, 20_000);
    return { value: { charityId, slug, ownerEmail }, by: 'api-gateway', fact: 'charity.registered' };
  });
}

async function setRules(
  { tell }: Stage,
  { charityId }: { charityId: CharityId },
  { owner, manager }: { owner: Person; manager: Person },
): Promise<void> {
  const rule = {
    charityId,
    rotaId: fresh<RotaId>(),
    opens: { weekday: 'friday', time: '17:30' },
    closes: { weekday: 'monday', time: '09:00' },
    everyWeeks: 1,
    startsOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
  } as const;
  await tell.step('The manager looks what a weekend rule would make, before it is one', async () => {
    const { added, booked } = await manager.does(previewRota, rule);
    const { slots } = await manager.does(listSlots, { charityId });
    if (slots.length > 0) throw new Error('looking made slots');
    const detail = `${added.length} weekends, ${booked.length} bookings in the way; nothing has changed yet`;
    return { value: undefined, by: 'scheduling', detail };
  });
  await tell.step('The weekend rule: Friday 17:30 to Monday 09:00', async () => {
    const rota = await manager.does(defineRota, rule);
    const detail = `${rota.slots} weekends on the rota, until ${rota.lastClosesAt?.slice(0, 10)}`;
    return { value: undefined, by: 'scheduling', detail };
  });
  await tell.step('The posting policy: contact details are held for a person', async () => {
    const policy = {
      undoSeconds: 0,
      contactDetails: 'hold',
      altText: 'warn',
      introduction: 'This weekend our account is in the hands of {name}, who lives with MS. Say hello! 💜',
      signOff:
        'The takeover is over: thank you to {name}. The Shine MS team is back now. Did it help? {pulse}',
    } as const;
    const { version } = await owner.does(setPolicy, { charityId, policy });
    return { value: undefined, by: 'posting-gateway', detail: `version ${version}` };
  });
}

async function openTheCall({ tell }: Stage, charityId: CharityId, manager: Person): Promise<CallId> {
  return tell.step('A call for curators is opened', async () => {
    const callId = fresh<CallId>();
    await manager.does(openCall, {
      charityId,
      callId,
      title: 'Take us over for a weekend',
      invitation:
        'Do you live with MS? Have our account from Friday evening to Monday morning, and meet people who get it.',
      consentText:
        'I agree that Shine MS keeps my name and address safe in its identity vault, and publishes what I post as my pen name.',
    });
    return { value: callId, by: 'recruitment' };
  });
}

async function connectAccount(
  stage: Stage,
  charity: { charityId: CharityId; slug: string; managerEmail: string },
  manager: Person,
) {
  const { tell, system, facts, x } = stage;
  const { charityId } = charity;
  const handle = charity.slug.replaceAll('-', '_');
  const accountId = fresh<AccountId>();
  const { redirectUri } = await manager.does(listScopes, {});
  const app = await x.createAccountWithApp({ handle, name: 'Shine MS', redirectUri });
  await tell.step('Its X account is connected: OAuth 2.0 with PKCE, no password', async () => {
    await stepUpByMail(system, manager, charity.managerEmail);
    const begun = await manager.does(beginConnection, { charityId, accountId, ...app });
    const answer = await x.sayYes(begun.authorizeUrl, handle);
    await manager.does(finishConnection, { charityId, ...answer });
    await facts.hear('account.connected', { accountId }, 20_000);
    const detail = `@${handle}, allowed: ${begun.scopes.join(' ')}`;
    return { value: undefined, by: 'posting-gateway', fact: 'account.connected', detail };
  });
  return { accountId, handle };
}
