import {
  type AccountId,
  type ApplicationId,
  acceptAgreement,
  acceptApplication,
  addSlot,
  apply,
  beginConnection,
  beginExport,
  bookSlot,
  type CallId,
  type CharityId,
  defineRota,
  downloadExport,
  type ExportId,
  finishConnection,
  type HiatusId,
  type InvitationId,
  inviteMember,
  type KeyId,
  KeyScope,
  listCuratorSessions,
  listMembers,
  listScopes,
  listSessions,
  listSlots,
  listSurveys,
  type MemberId,
  makeKey,
  type NominationId,
  nominate,
  openCall,
  type RotaId,
  registerCharity,
  type SavedFormId,
  type SlotId,
  StaffRole,
  saveForm,
  setHiatus,
  setPolicy,
  type TakeoverId,
  viewAgreement,
  viewCall,
} from '@baton/contracts';
import { askForTheAgreementAlone } from '../story/ask-for-the-agreement-alone.js';
import { joinByMail, Person, signInByMail, stepUpByMail } from '../story/people.js';
import { SandboxControl } from '../story/sandbox-control.js';
import type { StorySystem } from '../story/story-system.js';
import { fresh } from '../story/story-world.js';
import { waitFor } from '../story/wait-for.js';
import { leaveToTheArchive } from './archive-with-everything.js';
import { coverAndSwap } from './cover-with-everything.js';
import { dutyAndCalendar } from './duty-with-everything.js';
import { curate, despair, noteAbout, speakForItself, writeTo } from './posts-with-everything.js';
import { advise, becomeBuddies } from './preparing-with-everything.js';
import { sayItHelped } from './pulse-with-everything.js';
import { untilDone } from './until-done.js';
import { speakInOwnWords } from './words-with-everything.js';

const opensInSeconds = 5;

/** A charity that has something of every kind, and everybody who belongs to it. */
export interface CharityWithEverything {
  readonly charityId: CharityId;
  readonly team: Readonly<Record<StaffRole, Person>>;
  readonly curator: Person;
  readonly key: Person;
  /** Its objects by the name that fields of contracts have for their ids. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

/**
 * Brings a charity aboard, through the front door alone. Every text in it holds `word`, in whatever place texts can be: who
 * comes across that word anywhere has seen something of this charity. With `isOver` its takeover has already ended, so
 * that it has a survey; without, the takeover goes on for two minutes.
 */
export async function charityWithEverything(
  system: StorySystem,
  { word, isOver }: { word: string; isOver: boolean },
): Promise<CharityWithEverything> {
  const place = { system, word, charityId: fresh<CharityId>() };
  const owner = await comeAboard(place);
  const people = await inviteTeam(place, owner);
  const offered = await offer(place, owner);
  const account = await connect(place, owner);
  const spoken = await speakInOwnWords(place, owner);
  const advice = await advise(place, owner);
  const { curator, buddy, curatorId, applicationId, savedFormId } = await becomeCurators(
    place,
    owner,
    offered.callId,
  );
  const pair = await becomeBuddies(place, curator, buddy);
  const takeover = await takeOver(place, owner, curator, isOver ? 15 : 120);
  const made = await curate(place, curator, takeover.takeoverId);
  await leaveToTheArchive(place, curator, { ...takeover, mediaId: made.mediaId });
  const ownPostId = await speakForItself(place, owner);
  const followUpId = await despair(place, owner, curator, takeover.takeoverId);
  const noteId = await noteAbout(place, owner, made.postId);
  const messageId = await writeTo(place, curator);
  const surveys = isOver ? await surveysOf(place, curator) : [];
  const helped = isOver ? await sayItHelped(place, owner, takeover.takeoverId) : {};
  const exported = isOver ? await takeOut(place, owner) : {};
  const nominationId = await suggestSomebody(place);
  const booked = await coverAndSwap(place, owner, { curator, curatorId, buddy });
  const duty = await dutyAndCalendar(place, owner, curator);
  const { sessions } = await curator.does(listCuratorSessions, { charityId: place.charityId });
  const own = await owner.does(listSessions, {});
  const ids = {
    ...people.ids,
    ...offered,
    ...advice,
    ...pair,
    ...account,
    ...spoken,
    ...takeover,
    ...made,
    ...exported,
    ...helped,
    ...booked,
    ...duty,
    savedFormId,
    curatorId,
    followUpId,
    nominationId,
    noteId,
    messageId,
  };
  return {
    charityId: place.charityId,
    team: people.team,
    curator,
    key: people.key,
    ids: {
      ...Object.fromEntries(Object.entries(ids).map(([field, id]) => [field, [id]])),
      applicationId,
      applicationIds: applicationId,
      mediaIds: [made.mediaId],
      postId: [made.postId, ownPostId, made.rehearsedId],
      postIds: [made.postId],
      pageIds: [advice.pageId],
      fromDraft: [made.draftId],
      sessionId: [...sessions, ...own.sessions].map(({ sessionId }) => sessionId),
      surveyId: surveys,
    },
  };
}

export interface Place {
  readonly system: StorySystem;
  readonly word: string;
  readonly charityId: CharityId;
}

async function comeAboard({ system, word, charityId }: Place): Promise<Person> {
  const operator = new Person(system.gatewayOrigin, system.operatorToken);
  const email = `owner@${word}.example`;
  const charity = { charityId, name: `The ${word} charity`, slug: word, zone: 'Europe/London' };
  await operator.does(registerCharity, { ...charity, owner: { memberId: fresh<MemberId>(), email } });
  const owner = await signInByMail(system, charityId, 'staff', email);
  await stepUpByMail(system, owner, email);
  return owner;
}

async function inviteTeam({ system, word, charityId }: Place, owner: Person) {
  const invite = async (role: StaffRole, email: string): Promise<InvitationId> => {
    const invitationId = fresh<InvitationId>();
    await owner.does(inviteMember, { charityId, invitationId, email, role });
    return invitationId;
  };
  const join = async (role: StaffRole): Promise<Person> => {
    const email = `${role}@${word}.example`;
    await invite(role, email);
    return joinByMail(system, email);
  };
  const [manager, moderator, trustee, analyst] = await Promise.all([
    join('manager'),
    join('moderator'),
    join('trustee'),
    join('analyst'),
  ]);
  const invitationId = await invite('manager', `invited@${word}.example`);
  const { members } = await owner.does(listMembers, { charityId });
  const memberId = members.find(({ role }) => role === 'moderator')?.memberId ?? '';
  const keyId = fresh<KeyId>();
  const scopes = [...KeyScope.options];
  const { key } = await owner.does(makeKey, { charityId, keyId, name: `${word} calendar`, scopes });
  const team = { owner, manager, moderator, trustee, analyst };
  return { team, key: new Person(system.gatewayOrigin, key), ids: { invitationId, memberId, keyId } };
}

async function offer({ word, charityId }: Place, owner: Person) {
  const rotaId = fresh<RotaId>();
  await owner.does(defineRota, {
    charityId,
    rotaId,
    opens: { weekday: 'friday', time: '17:30' },
    closes: { weekday: 'monday', time: '09:00' },
    startsOn: dayIn(7),
  });
  const hiatusId = fresh<HiatusId>();
  const rest = { from: dayIn(3_000), until: dayIn(3_001) };
  await owner.does(setHiatus, { charityId, hiatusId, label: `${word} rests`, ...rest });
  const policy = {
    undoSeconds: 0,
    contactDetails: 'hold',
    introduction: `{name} has the ${word} account.`,
    signOff: `The ${word} team is back.`,
  } as const;
  await owner.does(setPolicy, { charityId, policy });
  const callId = fresh<CallId>();
  const texts = {
    title: `${word} call`,
    invitation: `${word} invites you to apply`,
    consentText: `I agree, ${word}`,
  };
  await owner.does(openCall, { charityId, callId, ...texts });
  const { slots } = await owner.does(listSlots, { charityId });
  return { rotaId, hiatusId, callId, slotId: slots.at(-1)?.slotId ?? '' };
}

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function connect({ system, word, charityId }: Place, owner: Person) {
  const x = new SandboxControl(system.sandboxOrigin);
  const accountId = fresh<AccountId>();
  const { redirectUri } = await owner.does(listScopes, {});
  const app = await x.createAccountWithApp({ handle: word, name: word, redirectUri });
  const { authorizeUrl } = await owner.does(beginConnection, { charityId, accountId, ...app });
  await owner.does(finishConnection, { charityId, ...(await x.sayYes(authorizeUrl, word)) });
  return { accountId };
}

/** Two applicants become ready curators; another's application still waits. */
async function becomeCurators({ system, word, charityId }: Place, owner: Person, callId: CallId) {
  await askForTheAgreementAlone(owner, charityId);
  const visitor = new Person(system.gatewayOrigin);
  const { consentHash } = await visitor.does(viewCall, { charityId, callId });
  const applyAs = async (email: string): Promise<ApplicationId> => {
    const applicationId = fresh<ApplicationId>();
    const person = { name: `${word} Whitcombe`, email, phone: '07700 900473' };
    const form = {
      charityId,
      callId,
      applicationId,
      consentHash,
      ofAge: true,
      person,
      about: `${word} about me`,
    };
    await visitor.does(apply, { ...form, penName: `${word} Robin`, identityLevel: 'penName' });
    return applicationId;
  };
  const becomeReady = async (email: string) => {
    const applicationId = await applyAs(email);
    const { curatorId } = await untilDone('the application to be accepted', () =>
      owner.does(acceptApplication, { charityId, applicationId }),
    );
    const curator = await signInByMail(system, charityId, 'curator', email);
    const { version, hash } = await curator.does(viewAgreement, { charityId });
    await curator.does(acceptAgreement, { charityId, version, hash });
    return { curator, curatorId };
  };
  const { curator, curatorId } = await becomeReady(`robin@${word}.example`);
  const { curator: buddy } = await becomeReady(`kim@${word}.example`);
  const applicationId = await applyAs(`sam@${word}.example`);
  const setAside = await leaveForms({ system, word, charityId }, visitor, { callId, consentHash });
  return {
    ...{ curator, buddy, curatorId },
    applicationId: [applicationId, setAside.applicationId],
    savedFormId: setAside.savedFormId,
  };
}

/** One form that is saved for later, and one that looks like spam. */
async function leaveForms(
  { word, charityId }: Place,
  visitor: Person,
  { callId, consentHash }: { callId: CallId; consentHash: string },
) {
  const savedFormId = fresh<SavedFormId>();
  const which = { charityId, callId };
  await visitor.does(saveForm, { ...which, savedFormId, content: { about: `${word} so far` } });
  const applicationId = fresh<ApplicationId>();
  const person = { name: `${word} Pills`, email: `pills@${word}.example` };
  const spam = {
    ...which,
    applicationId,
    consentHash,
    ofAge: true,
    person,
    website: 'https://pills.example',
  };
  await visitor.does(apply, { ...spam, penName: `${word} pills`, identityLevel: 'penName' });
  return { savedFormId, applicationId };
}

async function takeOver({ charityId }: Place, owner: Person, curator: Person, windowSeconds: number) {
  const takeoverId = fresh<TakeoverId>();
  await untilDone('the curator to be ready', async () => {
    const opens = new Date(Math.ceil(Date.now() / 1000) * 1000 + opensInSeconds * 1000);
    const closes = new Date(opens.getTime() + windowSeconds * 1000);
    const slotId = fresh<SlotId>();
    const wall = { opensAtWall: wallInLondon(opens), closesAtWall: wallInLondon(closes) };
    await owner.does(addSlot, { charityId, slotId, ...wall });
    await curator.does(bookSlot, { charityId, slotId, takeoverId });
  });
  return { takeoverId };
}

const surveysOf = ({ charityId }: Place, curator: Person): Promise<string[]> =>
  waitFor('the survey', 60_000, async () => {
    const { surveys } = await curator.does(listSurveys, { charityId });
    const isAsked = surveys.some(({ wave }) => wave === 'after');
    return isAsked ? surveys.map(({ surveyId }) => surveyId) : undefined;
  });

async function suggestSomebody({ system, word, charityId }: Place): Promise<NominationId> {
  const nominationId = fresh<NominationId>();
  const email = `nominee@${word}.example`;
  await new Person(system.gatewayOrigin).does(nominate, { charityId, nominationId, email, greeting: word });
  return nominationId;
}

/** An archive of everything, ready to be downloaded. */
async function takeOut({ charityId }: Place, owner: Person) {
  const exportId = fresh<ExportId>();
  await owner.does(beginExport, { charityId, exportId });
  await untilDone('the archive', () => owner.does(downloadExport, { charityId, exportId, number: 1 }));
  return { exportId };
}

/** `2026-11-27T17:30:00`, as the clock on a wall in London shows it. */
const wallInLondon = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' })
    .format(at)
    .replace(' ', 'T');
