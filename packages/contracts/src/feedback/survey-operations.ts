import { z } from 'zod';
import { curator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, SurveyId, TakeoverId } from '../define/ids.js';
import { LonelinessAnswers } from './scales.js';

const Survey = z.object({
  surveyId: SurveyId,
  takeoverId: TakeoverId,
  wave: z.literal('after'),
  openedAt: Instant,
  answeredAt: Instant.nullable(),
});

export const listSurveys = defineOperation({
  name: 'list-surveys',
  owner: 'feedback',
  summary: 'The surveys a curator has been asked to answer.',
  method: 'GET',
  path: '/charities/{charityId}/me/surveys',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({ surveys: z.array(Survey) }),
  refusals: {},
});

export const viewSurvey = defineOperation({
  name: 'view-survey',
  owner: 'feedback',
  summary: 'A survey’s questions, in the exact words of the validated scales, with their possible answers.',
  method: 'GET',
  path: '/charities/{charityId}/me/surveys/{surveyId}',
  access: [curator],
  input: z.object({ charityId: CharityId, surveyId: SurveyId }),
  output: z.object({
    survey: Survey,
    questions: z.array(
      z.object({
        key: z.string(),
        words: z.string(),
        answers: z.array(z.object({ key: z.string(), words: z.string() })),
      }),
    ),
  }),
  refusals: {},
});

export const answerSurvey = defineOperation({
  name: 'answer-survey',
  owner: 'feedback',
  summary:
    'Answers a survey. However often it is sent, it is answered once; another answer later is refused.',
  method: 'PUT',
  path: '/charities/{charityId}/me/surveys/{surveyId}/answers',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    surveyId: SurveyId,
    loneliness: LonelinessAnswers,
    /** "Taking over was a good experience": 1 (not at all) to 5 (very much); null if skipped. */
    experience: z.int().min(1).max(5).nullable(),
    words: z.string().trim().max(4000).default(''),
  }),
  output: Survey,
  refusals: {
    alreadyAnswered: { status: 409, message: 'You have answered this survey already. Thank you!' },
  },
});
