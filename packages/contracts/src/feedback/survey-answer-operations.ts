import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, Instant, SurveyId, TakeoverId } from '../define/ids.js';
import { QuestionKey, SurveyWave } from './survey-questions.js';

/** What a curator wrote or chose, for the team. Answers about loneliness are not among them: those are only ever figures. */
const AnswerForTeam = z.object({
  surveyId: SurveyId,
  curatorId: CuratorId,
  /** Null before a takeover. */
  takeoverId: TakeoverId.nullable(),
  wave: SurveyWave,
  /** Null: not sent off; it is here because it sounds as if somebody may be in danger. */
  answeredAt: Instant.nullable(),
  key: QuestionKey,
  question: z.string(),
  /** As a person reads it. Empty where it is hidden. */
  words: z.string(),
  /** It may be hard to read, so it is shown to whoever asks for it alone. */
  hidden: z.boolean(),
  /** Their author said that the charity may quote it, and nothing in it tells who somebody is. */
  quotable: z.boolean(),
  /** Whether a name stands beside it where it is quoted: not where its author chose to be anonymous. */
  quotedByName: z.boolean(),
  /** Somebody of the team has shown it on the takeover's public page. */
  shown: z.boolean(),
  /** They wrote as if they may be in danger, and the words are gone by now: when it was noticed. Here until somebody has seen it. */
  noticedAt: Instant.optional(),
});

export const listSurveyAnswers = defineOperation({
  name: 'list-survey-answers',
  owner: 'feedback',
  summary:
    'What curators told in their own words and in answer to the charity’s questions, about one takeover or all, the newest first. Answers about loneliness are in reports, as figures.',
  method: 'GET',
  path: '/charities/{charityId}/survey-answers',
  access: [staff('manager', 'moderator')],
  input: z.object({
    charityId: CharityId,
    takeoverId: TakeoverId.optional(),
    /** What the page before said. */
    after: z.string().max(160).optional(),
  }),
  output: z.object({
    answers: z.array(AnswerForTeam),
    /** Null after the last page. */
    next: z.string().nullable(),
  }),
  refusals: {},
});

export const readSurveyWords = defineOperation({
  name: 'read-survey-words',
  owner: 'feedback',
  summary:
    'Words of a survey that may be hard to read, for whoever is ready for them. It is noted in the audit. Empty where words of a crisis are gone by now; with that, somebody has seen it.',
  method: 'POST',
  path: '/charities/{charityId}/surveys/{surveyId}/words/{key}',
  access: [staff('manager', 'moderator')],
  input: z.object({ charityId: CharityId, surveyId: SurveyId, key: QuestionKey }),
  output: z.object({ words: z.string() }),
  refusals: {},
});
