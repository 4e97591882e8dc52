import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import {
  ApplicationId,
  ApplicationNoteId,
  CallId,
  CharityId,
  CuratorId,
  Instant,
  MemberId,
} from '../define/ids.js';
import { IdentityLevel, PenName, TypedText } from '../define/words.js';
import { ApplicationState } from './application-moves.js';
import { beforeMessage, earlierMessages, Message } from './conversation-operations.js';
import { DecisionReason } from './decision-operations.js';
import { ShownAnswer } from './question.js';

/** Who has to do something next, for the application to go on. */
export const Turn = z.enum(['team', 'person', 'nobody']);
export type Turn = z.infer<typeof Turn>;

/** Where an application is on the board, and who waits for whom. */
export const Card = z.object({
  applicationId: ApplicationId,
  curatorId: CuratorId.nullable(),
  penName: PenName,
  identityLevel: IdentityLevel,
  state: ApplicationState,
  /** Since when it is in that state. */
  since: Instant,
  appliedAt: Instant,
  turn: Turn,
  /** Since when it is that turn: since the first answer nobody has read, the last message, or the last move. */
  waitingSince: Instant,
  /** What they wrote and nobody of the team has read. */
  unreadAnswers: z.int().nonnegative(),
  /** What people of the team have decided about it so far. */
  decisions: z.int().nonnegative(),
  /** How many applications came from this address before, as far as they are still kept. */
  appliedBefore: z.int().nonnegative(),
  /** When a “not now” comes back to screening by itself, if a day was set. */
  lookAgainAt: Instant.nullable(),
});

const Listed = Card.extend({ about: z.string() });

/** Several, with commas between them where they stand in an address. */
const States = z.union([
  z.array(ApplicationState).min(1),
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(ApplicationState)),
]);

export const listApplications = defineOperation({
  name: 'list-applications',
  owner: 'recruitment',
  summary:
    'Applications by pen name and state, page by page: all, those in some states, those whose turn it is, or those whose pen name has some letters in it.',
  method: 'GET',
  path: '/charities/{charityId}/applications',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    state: ApplicationState.optional(),
    states: States.optional(),
    turn: Turn.optional(),
    /** Part of a pen name; capitals and accents do not matter. */
    search: z.string().trim().min(1).max(60).optional(),
    sort: z.enum(['newest', 'longestWaiting']).default('newest'),
    /** At most; a page ends earlier where people told much of themselves. */
    limit: z.coerce.number().int().min(1).max(200).default(100),
    /** `next` of the page before. */
    cursor: z
      .string()
      .regex(/^\d{1,18}_[0-9a-f-]{36}$/, 'is what the page before gave as next')
      .optional(),
  }),
  output: z.object({
    applications: z.array(Listed),
    /** Where the next page begins; null where there is none. */
    next: z.string().nullable(),
    /** How many there are in each state, whatever is searched for. States with nobody are left out. */
    counts: z.partialRecord(ApplicationState, z.int().positive()),
  }),
  refusals: {},
});

/** That a letter was to go to somebody, and what became of it; never what it said. */
export const MailRecord = z.object({
  letter: z.string(),
  /**
   * `dropped`: its reason was gone before it went, or nobody is at the address as another mail had told. `refused`: nobody is at
   * the address. `givenUp`: our mail server would not take it for two days. `bounced`: it was sent and came back.
   * `complained`: its reader called it unwanted.
   */
  outcome: z.enum(['queued', 'sent', 'dropped', 'refused', 'givenUp', 'bounced', 'complained']),
  queuedAt: Instant,
  settledAt: Instant.nullable(),
});

export const viewApplication = defineOperation({
  name: 'view-application',
  owner: 'recruitment',
  summary:
    'One application with the team’s notes, the conversation, what was mailed because of it, and what became of each mail.',
  method: 'GET',
  path: '/charities/{charityId}/applications/{applicationId}',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId, before: beforeMessage }),
  output: Listed.extend({
    callId: CallId,
    /** The version of the call that was answered. */
    callVersion: z.int().positive(),
    /** What was answered, in the order it was asked, in the call’s main language. */
    answers: z.array(ShownAnswer),
    /** What the team noted, oldest first. */
    notes: z.array(z.object({ noteId: ApplicationNoteId, by: MemberId, at: Instant, text: z.string() })),
    /** What the team and they wrote to each other, oldest first: the newest page of it, or the one before a message. */
    messages: z.array(Message),
    earlier: earlierMessages,
    /** Why the team said no or “not now”; null where it did not. */
    reason: DecisionReason.nullable(),
    mails: z.array(MailRecord),
    /** False: a mail came back, so their address does not work, and nothing but sign-in codes is sent there. */
    reachable: z.boolean(),
  }),
  refusals: {},
});

export const noteOnApplication = defineOperation({
  name: 'note-on-application',
  owner: 'recruitment',
  summary:
    'Notes something about an application, for the team. Its person can read it with the rest of their data. Screening has begun.',
  method: 'PUT',
  path: '/charities/{charityId}/applications/{applicationId}/notes/{noteId}',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    applicationId: ApplicationId,
    noteId: ApplicationNoteId,
    text: TypedText.pipe(z.string().trim().min(1).max(4000)),
  }),
  output: z.object({ noteId: ApplicationNoteId }),
  refusals: {
    idReused: { status: 409, message: 'Another note has this id already. Please send it with a new one.' },
  },
});

export const removeApplicationNote = defineOperation({
  name: 'remove-application-note',
  owner: 'recruitment',
  summary: 'Takes away a note one has written oneself. A note that is gone already stays gone.',
  method: 'DELETE',
  path: '/charities/{charityId}/applications/{applicationId}/notes/{noteId}',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId, noteId: ApplicationNoteId }),
  output: z.object({ noteId: ApplicationNoteId }),
  refusals: {
    notYours: { status: 403, message: 'Somebody else wrote this note. Please ask them to take it away.' },
  },
});
