import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { ApplicationId, CharityId, Instant, MemberId, MessageId } from '../define/ids.js';
import { TypedText } from '../define/words.js';

/** A question is mailed so long after it was asked; until shortly before, it can be taken back. Seconds. */
export const questionMailedAfterSeconds = 60;

/** Who wrote: somebody of the team, or the person. */
export const MessageFrom = z.enum(['team', 'person']);
export type MessageFrom = z.infer<typeof MessageFrom>;

/** What the team and an applicant or curator write to each other, as the team sees it. */
export const Message = z.object({
  messageId: MessageId,
  from: MessageFrom,
  /** Who of the team; null for the person. */
  by: MemberId.nullable(),
  /** How it came: typed on a page, or as an answer to a mail. */
  via: z.enum(['page', 'mail']),
  at: Instant,
  text: z.string(),
  /** When the team read an answer; null as long as nobody has, and for what the team wrote itself. */
  readAt: Instant.nullable(),
});

export type Message = z.infer<typeof Message>;

/** The same as the person sees it. */
export const OwnMessage = Message.pick({ messageId: true, from: true, at: true, text: true });
export type OwnMessage = z.infer<typeof OwnMessage>;

/** Letters that an answer may have. */
export const longestMessage = 8000;
export const AnswerText = TypedText.pipe(z.string().trim().min(1).max(longestMessage));

/** Asks for what was written before a message: `earlier` of the page one has. Left out, for the newest. */
export const beforeMessage = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'is what the page before gave as earlier')
  .optional();
/** What to ask before, for the page before this one; null where it begins with the first word. */
export const earlierMessages = z.string().nullable();

export const idReused = {
  status: 409,
  message: 'Another message has this id already. Please send it with a new one.',
} as const;

export const askApplicant = defineOperation({
  name: 'ask-applicant',
  owner: 'recruitment',
  summary:
    'Writes to an applicant or curator. It is mailed a minute later; until then it can be taken back. Screening has begun.',
  method: 'PUT',
  path: '/charities/{charityId}/applications/{applicationId}/questions/{messageId}',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    applicationId: ApplicationId,
    messageId: MessageId,
    text: TypedText.pipe(z.string().trim().min(1).max(4000)),
  }),
  output: z.object({ messageId: MessageId }),
  refusals: { idReused },
});

export const takeBackQuestion = defineOperation({
  name: 'take-back-question',
  owner: 'recruitment',
  summary: 'Takes a question back before it is mailed. One that is gone already stays gone.',
  method: 'DELETE',
  path: '/charities/{charityId}/applications/{applicationId}/questions/{messageId}',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId, messageId: MessageId }),
  output: z.object({ messageId: MessageId }),
  refusals: {
    tooLate: { status: 409, message: 'This question is on its way already. Please write to them again.' },
  },
});

export const markRead = defineOperation({
  name: 'mark-read',
  owner: 'recruitment',
  summary: 'Says that the team has read what somebody wrote, up to one message and including it.',
  method: 'POST',
  path: '/charities/{charityId}/applications/{applicationId}/answers/{messageId}/reading',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId, messageId: MessageId }),
  output: z.object({ unreadAnswers: z.int().nonnegative() }),
  refusals: {},
});

export const listConversation = defineOperation({
  name: 'list-conversation',
  owner: 'recruitment',
  summary:
    'What the team and a curator have written to each other, oldest first: the newest page of it, or one before.',
  method: 'GET',
  path: '/charities/{charityId}/me/conversation',
  access: [curator],
  input: z.object({ charityId: CharityId, before: beforeMessage }),
  output: z.object({ messages: z.array(OwnMessage), earlier: earlierMessages }),
  refusals: {},
});

export const writeToTeam = defineOperation({
  name: 'write-to-team',
  owner: 'recruitment',
  summary: 'A curator writes to the team.',
  method: 'POST',
  path: '/charities/{charityId}/me/conversation',
  access: [curator],
  input: z.object({ charityId: CharityId, messageId: MessageId, text: AnswerText }),
  output: z.object({ messageId: MessageId }),
  refusals: { idReused },
});
