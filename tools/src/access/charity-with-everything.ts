import {
  type AccountId,
  type ApplicationId,
  acceptAgreement,
  acceptApplication,
  addSlot,
  appendMedia,
  apply,
  beginConnection,
  beginExport,
  beginMedia,
  bookSlot,
  type CallId,
  type CharityId,
  type DraftId,
  defineRota,
  downloadExport,
  type ExportId,
  finishConnection,
  finishMedia,
  type InvitationId,
  inviteMember,
  type KeyId,
  KeyScope,
  listCuratorSessions,
  listFollowUps,
  listInbox,
  listMembers,
  listScopes,
  listSessions,
  listSlots,
  listSurveys,
  type MediaId,
  type MemberId,
  makeKey,
  openCall,
  type PostId,
  type RotaId,
  registerCharity,
  type SlotId,
  StaffRole,
  saveDraft,
  scheduleCharityPost,
  setPolicy,
  submitPosts,
  type TakeoverId,
  viewAgreement,
  viewCall,
} from '@baton/contracts';
import { joinByMail, Person, signInByMail, stepUpByMail } from '../story/people.js';
import { takePhoto } from '../story/photo.js';
import { SandboxControl } from '../story/sandbox-control.js';
import type { StorySystem } from '../story/story-system.js';
import { fresh } from '../story/story-world.js';
import { waitFor } from '../story/wait-for.js';
import { patienceMs, untilDone } from './until-done.js';

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
  const { curator, curatorId, applicationId } = await becomeCurator(place, owner, offered.callId);
  const takeover = await takeOver(place, owner, curator, isOver ? 15 : 120);
  const made = await curate(place, curator, takeover.takeoverId);
  const ownPostId = await speakForItself(place, owner);
  const followUpId = await despair(place, owner, curator, takeover.takeoverId);
  const surveys = isOver ? await surveysOf(place, curator) : [];
  const exported = isOver ? await takeOut(place, owner) : {};
  const { sessions } = await curator.does(listCuratorSessions, { charityId: place.charityId });
  const own = await owner.does(listSessions, {});
  const ids = {
    ...people.ids,
    ...offered,
    ...account,
    ...takeover,
    ...made,
    ...exported,
    applicationId,
    curatorId,
    followUpId,
  };
  return {
    charityId: place.charityId,
    team: people.team,
    curator,
    key: people.key,
    ids: {
      ...Object.fromEntries(Object.entries(ids).map(([field, id]) => [field, [id]])),
      mediaIds: [made.mediaId],
      postId: [made.postId, ownPostId],
      postIds: [made.postId],
      fromDraft: [made.draftId],
      sessionId: [...sessions, ...own.sessions].map(({ sessionId }) => sessionId),
      surveyId: surveys,
    },
  };
}

interface Place {
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
    startsOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
  });
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
  return { rotaId, callId, slotId: slots.at(-1)?.slotId ?? '' };
}

async function connect({ system, word, charityId }: Place, owner: Person) {
  const x = new SandboxControl(system.sandboxOrigin);
  const accountId = fresh<AccountId>();
  const { redirectUri } = await owner.does(listScopes, {});
  const app = await x.createAccountWithApp({ handle: word, name: word, redirectUri });
  const { authorizeUrl } = await owner.does(beginConnection, { charityId, accountId, ...app });
  await owner.does(finishConnection, { charityId, ...(await x.sayYes(authorizeUrl, word)) });
  return { accountId };
}

/** One applicant becomes a ready curator; another's application still waits. */
async function becomeCurator({ system, word, charityId }: Place, owner: Person, callId: CallId) {
  const visitor = new Person(system.gatewayOrigin);
  const { consentHash } = await visitor.does(viewCall, { charityId, callId });
  const applyAs = async (email: string): Promise<ApplicationId> => {
    const applicationId = fresh<ApplicationId>();
    const person = { name: `${word} Whitcombe`, email, phone: '07700 900473' };
    const form = { charityId, callId, applicationId, consentHash, person, about: `${word} about me` };
    await visitor.does(apply, { ...form, penName: `${word} Robin`, identityLevel: 'penName' });
    return applicationId;
  };
  const email = `robin@${word}.example`;
  const first = await applyAs(email);
  const applicationId = await applyAs(`sam@${word}.example`);
  const { curatorId } = await untilDone('the application to be accepted', () =>
    owner.does(acceptApplication, { charityId, applicationId: first }),
  );
  const curator = await signInByMail(system, charityId, 'curator', email);
  const { version, hash } = await curator.does(viewAgreement, { charityId });
  await curator.does(acceptAgreement, { charityId, version, hash });
  return { curator, curatorId, applicationId };
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

/** A picture, a draft, a post that waits for a moderator, and a message to answer. */
async function curate({ system, word, charityId }: Place, curator: Person, takeoverId: TakeoverId) {
  const mediaId = fresh<MediaId>();
  const jpeg = await takePhoto();
  const picture = { charityId, mediaId, byteLength: jpeg.length, altText: `${word} picture` };
  const { chunkBytes } = await curator.does(beginMedia, picture);
  for (let index = 0; index * chunkBytes < jpeg.length; index += 1) {
    const base64 = jpeg.subarray(index * chunkBytes, (index + 1) * chunkBytes).toString('base64');
    await curator.does(appendMedia, { charityId, mediaId, index, base64 });
  }
  await curator.does(finishMedia, { charityId, mediaId });
  const draftId = fresh<DraftId>();
  const draft = { charityId, draftId, basedOn: 0, posts: [{ text: `${word} draft`, mediaIds: [mediaId] }] };
  await curator.does(saveDraft, draft);
  const postId = fresh<PostId>();
  const text = `${word} says: write to robin@${word}.example`;
  await untilDone('the takeover to open', () =>
    curator.does(submitPosts, { charityId, takeoverId, posts: [{ postId, text, mediaIds: [mediaId] }] }),
  );
  const x = new SandboxControl(system.sandboxOrigin);
  await x.followerPosts(`${word}_fan`, `@${word} what does ${word} say?`);
  await x.followerPosts(`${word}_fan`, `@${word} and what else does ${word} say?`);
  const [newest, mentionId] = await waitFor('the mentions', patienceMs, async () => {
    const { mentions } = await curator.does(listInbox, { charityId, takeoverId });
    return mentions.length === 2 ? mentions.map((mention) => mention.mentionId) : undefined;
  });
  // After the newest there is one more, so that a page that begins there has words that could leak.
  return { mediaId, draftId, postId, inReplyTo: mentionId, mentionId, after: newest };
}

/** Somebody the team has to see to. */
async function despair({ word, charityId }: Place, owner: Person, curator: Person, takeoverId: TakeoverId) {
  const posts = [{ postId: fresh<PostId>(), text: `${word}: I do not want to be here any more` }];
  await curator.does(submitPosts, { charityId, takeoverId, posts });
  const { followUps } = await owner.does(listFollowUps, { charityId });
  if (!followUps[0]) throw new Error('nobody was called');
  return followUps[0].followUpId;
}

/** A post of the charity's own that waits for years. */
async function speakForItself({ word, charityId }: Place, owner: Person): Promise<PostId> {
  const postId = fresh<PostId>();
  const timedFor = '2040-01-01T10:00:00.000Z';
  await owner.does(scheduleCharityPost, { charityId, postId, text: `${word} says so`, timedFor });
  return postId;
}

const surveysOf = ({ charityId }: Place, curator: Person): Promise<string[]> =>
  waitFor('the survey', 60_000, async () => {
    const { surveys } = await curator.does(listSurveys, { charityId });
    return surveys.length > 0 ? surveys.map(({ surveyId }) => surveyId) : undefined;
  });

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
