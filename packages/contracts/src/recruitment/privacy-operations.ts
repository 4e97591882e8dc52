import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { ApplicationId, CharityId, CuratorId, Instant, TakeoverId } from '../define/ids.js';
import { CalendarDate, EmailAddress, IdentityLevel, PenName } from '../define/words.js';
import { SignInCode } from '../people/sign-in-words.js';
import { ApplicationState } from './application-moves.js';
import { beforeMessage, earlierMessages, MessageFrom } from './conversation-operations.js';
import { ConsentChannel, PastPosts } from './events.js';
import { LetterLanguage } from './letter-operations.js';
import { NominatedBy } from './nomination-operations.js';
import { PreparationItem } from './preparation.js';
import { ShownAnswer } from './question.js';
import { MailRecord } from './screening-operations.js';

/** What somebody says yes to, word for word. */
export const ConsentWording = z.object({
  version: z.int().positive(),
  text: z.string(),
  /** SHA-256 of the text, hex. */
  hash: z.string(),
});

/** `lapsed`: it was given for so long, and that is over. */
export const ConsentState = z.enum(['given', 'withdrawn', 'lapsed', 'notAsked']);

/** One yes or no, as it was kept when it was said. Never changed afterwards. */
const ConsentRecord = z.object({
  channel: ConsentChannel,
  said: z.enum(['yes', 'no']),
  version: z.int().positive(),
  hash: z.string(),
  identityLevel: IdentityLevel,
  at: Instant,
  /** Null: until it is withdrawn. */
  until: Instant.nullable(),
  pastPosts: PastPosts.nullable(),
});

export const ConsentNow = z.object({
  channel: ConsentChannel,
  state: ConsentState,
  until: Instant.nullable(),
  wording: ConsentWording,
});

export const viewConsents = defineOperation({
  name: 'view-consents',
  owner: 'recruitment',
  summary: 'What a curator has consented to, channel by channel, and everything they ever said to it.',
  method: 'GET',
  path: '/charities/{charityId}/me/consents',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({ consents: z.array(ConsentNow), history: z.array(ConsentRecord) }),
  refusals: {},
});

export const giveConsent = defineOperation({
  name: 'give-consent',
  owner: 'recruitment',
  summary: 'A curator says yes to one channel, by version and hash of the text, for as long as they choose.',
  method: 'POST',
  path: '/charities/{charityId}/me/consents/{channel}',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    channel: ConsentChannel,
    version: z.int().positive(),
    hash: z.string(),
    /** Left out: until it is withdrawn. */
    months: z.int().min(1).max(60).optional(),
  }),
  output: ConsentNow,
  refusals: {
    consentChanged: {
      status: 409,
      message: 'The text has changed. Please read the new one and say yes to that.',
    },
  },
});

export const withdrawConsent = defineOperation({
  name: 'withdraw-consent',
  owner: 'recruitment',
  summary:
    'A curator takes a consent back, at once and without a reason, and says what happens to posts that are out.',
  method: 'POST',
  path: '/charities/{charityId}/me/consents/{channel}/withdrawal',
  access: [curator],
  input: z.object({ charityId: CharityId, channel: ConsentChannel, pastPosts: PastPosts }),
  output: ConsentNow,
  refusals: {},
});

/** One kind of thing that is held about a person. */
const HeldKind = z.object({ kind: z.string(), what: z.string(), why: z.string(), howLong: z.string() });
/** What else would tell who somebody is: a nickname, a handle, a street, an employer. In up to three words each. */
const AlsoTells = z
  .array(z.string().trim().min(2, 'is too short to be noticed').max(60, 'can be at most 60 characters'))
  .max(20, 'can be at most twenty');
const Person = z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() });

export const viewMyData = defineOperation({
  name: 'view-my-data',
  owner: 'recruitment',
  summary: 'A curator’s own page: who they are here, and what is held about them, why and for how long.',
  method: 'GET',
  path: '/charities/{charityId}/me/data',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    person: Person,
    alsoTells: AlsoTells,
    penName: PenName,
    identityLevel: IdentityLevel,
    state: ApplicationState,
    held: z.array(HeldKind),
  }),
  refusals: {},
});

export const downloadMyData = defineOperation({
  name: 'download-my-data',
  owner: 'recruitment',
  summary:
    'Everything recruitment holds about a curator, for them to keep. What they wrote to be posted is in download-words.',
  method: 'POST',
  path: '/charities/{charityId}/me/download',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    before: beforeMessage,
    /** The same for what they wrote to buddies: `earlierToBuddies` of the page one has. */
    beforeToBuddies: beforeMessage,
  }),
  output: z.object({
    person: Person,
    alsoTells: AlsoTells,
    application: z.object({
      applicationId: ApplicationId,
      curatorId: CuratorId,
      penName: PenName,
      identityLevel: IdentityLevel,
      state: ApplicationState,
      about: z.string(),
      /** What they answered to the charity’s questions. */
      answers: z.array(ShownAnswer),
      appliedAt: Instant,
      /** SHA-256 of the consent text that was agreed to when applying, hex. */
      consentHash: z.string(),
      /** Whose idea it was, where it was not their own. */
      nominatedBy: NominatedBy.nullable(),
      pausedUntil: CalendarDate.nullable(),
    }),
    agreements: z.array(
      z.object({ version: z.int(), hash: z.string(), text: z.string(), acceptedAt: Instant }),
    ),
    consents: z.array(ConsentRecord.extend({ text: z.string() })),
    /** How they want to be written to, and whether mails arrive. */
    mailWishes: z.object({ language: LetterLanguage, discreet: z.boolean(), reachable: z.boolean() }),
    /** Which letters went to them. */
    mails: z.array(MailRecord),
    /** What they have done of their list. */
    preparation: z.array(z.object({ item: PreparationItem, doneAt: Instant })),
    /** Takeovers of theirs; null as long as one is open. */
    takeovers: z.array(z.object({ takeoverId: TakeoverId, openedAt: Instant, closedAt: Instant.nullable() })),
    /** When they suggested somebody. Whom is kept for nobody to read. */
    passedOn: z.array(z.object({ at: Instant })),
    /** What they wrote to buddies, oldest first: the newest page of it, or the one before a message. */
    toBuddies: z.array(z.object({ text: z.string(), at: Instant })),
    earlierToBuddies: earlierMessages,
    /** What the team noted about them. */
    notes: z.array(z.object({ at: Instant, text: z.string() })),
    /** What the team and they wrote to each other, oldest first: the newest page of it, or the one before a message. */
    conversation: z.array(z.object({ from: MessageFrom, at: Instant, text: z.string() })),
    earlier: earlierMessages,
    openings: z.array(z.object({ by: z.string(), purpose: z.string(), at: Instant })),
    /** When a sign-in code was asked for this address, for as long as that is kept: a day. */
    signIns: z.array(z.object({ askedAt: Instant, usedAt: Instant.nullable() })),
  }),
  refusals: {},
});

export const correctMyData = defineOperation({
  name: 'correct-my-data',
  owner: 'recruitment',
  summary:
    'A curator puts right their name or phone, or says what else would tell who they are. A new address waits for the code that is mailed to it.',
  method: 'PUT',
  path: '/charities/{charityId}/me/data',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    name: z.string().trim().min(1).max(200).optional(),
    /** Empty: there is none any more. */
    phone: z.string().trim().max(40).optional(),
    email: EmailAddress.optional(),
    /** Baton warns them before a post says it. All of them at once; none: forget them. */
    alsoTells: AlsoTells.optional(),
  }),
  output: z.object({ next: z.enum(['done', 'confirmAddress']) }),
  refusals: {},
});

export const confirmMyAddress = defineOperation({
  name: 'confirm-my-address',
  owner: 'recruitment',
  summary: 'The code from the mail to the new address: from now on it is the curator’s.',
  method: 'POST',
  path: '/charities/{charityId}/me/address',
  access: [curator],
  input: z.object({ charityId: CharityId, code: SignInCode }),
  output: z.object({ next: z.literal('done') }),
  refusals: {
    wrongCode: { status: 401, message: 'This code does not work. Please type in the new address again.' },
  },
});

export const leave = defineOperation({
  name: 'leave',
  owner: 'recruitment',
  summary: 'A curator leaves. What is kept about them is erased at once and for ever, and their access ends.',
  method: 'POST',
  path: '/charities/{charityId}/me/leaving',
  access: [curator],
  input: z.object({ charityId: CharityId, pastPosts: PastPosts }),
  output: z.object({ state: z.literal('left') }),
  refusals: {},
});

export const erasePerson = defineOperation({
  name: 'erase-person',
  owner: 'recruitment',
  summary: 'Erases an applicant or curator who asked the charity for it, at once and for ever.',
  method: 'POST',
  path: '/charities/{charityId}/applications/{applicationId}/erasure',
  access: [staff('manager')],
  stepUp: true,
  input: z.object({ charityId: CharityId, applicationId: ApplicationId, pastPosts: PastPosts }),
  output: z.object({ state: z.enum(['withdrawn', 'left']) }),
  refusals: {},
});
