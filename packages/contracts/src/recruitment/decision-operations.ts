import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { ApplicationId, CharityId, CuratorId } from '../define/ids.js';
import { CalendarDate } from '../define/words.js';
import { ApplicationState } from './application-moves.js';

/** A no or a “not now” is mailed so long after it was said; until shortly before, it can be taken back. Seconds. */
export const decisionMailedAfterSeconds = 600;

/**
 * Why the team said no, for the team alone: never mailed. `noPlaceLeft`: more people than weekends. `otherCall`: this call
 * asks for something else. `notReached`: nothing came back from them. `other`: anything that a list should not hold.
 */
export const DeclineReason = z.enum(['noPlaceLeft', 'otherCall', 'notReached', 'other']);
export type DeclineReason = z.infer<typeof DeclineReason>;

/** Why the team said “not now”, for the team alone: never mailed. `theyAskedToWait`: it was their own wish. */
export const PutOffReason = z.enum(['noFreeWeekend', 'theyAskedToWait', 'teamNeedsTime', 'other']);
export type PutOffReason = z.infer<typeof PutOffReason>;

export const DecisionReason = z.enum([
  ...new Set([...DeclineReason.options, ...PutOffReason.options]),
] as const);
export type DecisionReason = DeclineReason | PutOffReason;

/** Kind words that are ready to be sent, by name. `list-kind-words` tells what they say. */
export const DeclineWords = z.enum([
  'manyOffered',
  'fewWeekends',
  'somethingElse',
  'noAnswerCame',
  'thankYou',
]);
export type DeclineWords = z.infer<typeof DeclineWords>;
export const PutOffWords = z.enum(['weekendsTaken', 'asYouAsked', 'weNeedTime', 'notForgotten']);
export type PutOffWords = z.infer<typeof PutOffWords>;

const alreadyDecided = {
  status: 409,
  message: 'This application has been decided the other way already.',
} as const;
const dateNotPossible = {
  status: 409,
  message: 'Please choose a day to look again that lies ahead, and within the days you keep applications.',
} as const;

export const acceptApplication = defineOperation({
  name: 'accept-application',
  owner: 'recruitment',
  summary: 'Accepts an applicant, who becomes a curator and is mailed how to prepare.',
  method: 'POST',
  path: '/charities/{charityId}/applications/{applicationId}/acceptance',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId }),
  output: z.object({ applicationId: ApplicationId, curatorId: CuratorId, state: ApplicationState }),
  refusals: { alreadyDecided },
});

/** A manager’s own words, added to the mail. They go before those of a template. */
const words = z.string().trim().max(2000).default('');

export const declineApplication = defineOperation({
  name: 'decline-application',
  owner: 'recruitment',
  summary: 'Declines an applicant. A kind mail goes ten minutes later; until then the no can be taken back.',
  method: 'POST',
  path: '/charities/{charityId}/applications/{applicationId}/decline',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    applicationId: ApplicationId,
    words,
    template: DeclineWords.optional(),
    reason: DeclineReason.default('other'),
  }),
  output: z.object({ applicationId: ApplicationId, state: ApplicationState }),
  refusals: { alreadyDecided },
});

/** On that day, by the charity's clock, the application comes back to screening by itself. */
const until = CalendarDate.optional();

export const putOffApplication = defineOperation({
  name: 'put-off-application',
  owner: 'recruitment',
  summary:
    'Says “not now” to an applicant, who stays on the list; with a day, they come back to screening by themselves on it. A kind mail goes ten minutes later; until then it can be taken back.',
  method: 'POST',
  path: '/charities/{charityId}/applications/{applicationId}/putting-off',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    applicationId: ApplicationId,
    words,
    template: PutOffWords.optional(),
    reason: PutOffReason.default('other'),
    until,
  }),
  output: z.object({ applicationId: ApplicationId, state: ApplicationState }),
  refusals: { alreadyDecided, dateNotPossible },
});

export const takeBackDecision = defineOperation({
  name: 'take-back-decision',
  owner: 'recruitment',
  summary: 'Takes a no or a “not now” back before it is mailed. The application is being screened again.',
  method: 'POST',
  path: '/charities/{charityId}/applications/{applicationId}/decision/taking-back',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, applicationId: ApplicationId }),
  output: z.object({ applicationId: ApplicationId, state: ApplicationState }),
  refusals: {
    tooLate: {
      status: 409,
      message:
        'The mail about this decision is on its way, or they have applied again. Please write to them, or decide about the new application.',
    },
    nothingDecided: { status: 409, message: 'Nobody has said no or “not now” to this application.' },
  },
});

const Decision = z.discriminatedUnion('to', [
  z.object({ to: z.literal('accept') }),
  z.object({
    to: z.literal('decline'),
    words,
    template: DeclineWords.optional(),
    reason: DeclineReason.default('other'),
  }),
  z.object({
    to: z.literal('putOff'),
    words,
    template: PutOffWords.optional(),
    reason: PutOffReason.default('other'),
    until,
  }),
]);

export const decideApplications = defineOperation({
  name: 'decide-applications',
  owner: 'recruitment',
  summary:
    'Decides the same about up to a hundred applications, each for itself: what cannot be decided is told, and the others are. Each can be taken back like any decision.',
  method: 'POST',
  path: '/charities/{charityId}/applications/decisions',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    applicationIds: z.array(ApplicationId).min(1).max(100),
    decision: Decision,
  }),
  output: z.object({
    /** In the order they were named; whoever was named twice is there once. */
    outcomes: z.array(
      z.object({
        applicationId: ApplicationId,
        /** Null where it could not be decided. */
        state: ApplicationState.nullable(),
        /** Why not, in a word and in a sentence; null where it was decided. */
        problem: z.object({ code: z.string(), message: z.string() }).nullable(),
      }),
    ),
  }),
  refusals: {},
});

const KindWords = <Name extends z.ZodType, Reason extends z.ZodType>(template: Name, reason: Reason) =>
  z.object({ template, reason, words: z.string() });

export const listKindWords = defineOperation({
  name: 'list-kind-words',
  owner: 'recruitment',
  summary: 'Kind words for a no and for a “not now”, by reason: to be sent as they are, or changed first.',
  method: 'GET',
  path: '/charities/{charityId}/applications/kind-words',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    decline: z.array(KindWords(DeclineWords, DeclineReason)),
    putOff: z.array(KindWords(PutOffWords, PutOffReason)),
  }),
  refusals: {},
});
