import { z } from 'zod';
import { curator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, SurveyId } from '../define/ids.js';
import { Language } from '../define/words.js';
import { LonelinessAnswers } from './scales.js';
import {
  Finished,
  GivenAnswer,
  longestSurveyAnswer,
  OpenedSurvey,
  oneAnswer,
  QuestionKey,
  Saved,
  Survey,
  surveyRefusals,
} from './survey-questions.js';

const theirs = { charityId: CharityId, surveyId: SurveyId };

export const listSurveys = defineOperation({
  name: 'list-surveys',
  owner: 'feedback',
  summary: 'The surveys a curator has been asked to answer.',
  method: 'GET',
  path: '/charities/{charityId}/me/surveys',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    surveys: z.array(Survey),
    /** What they wrote in their own words and sent off, and whether it may be quoted. */
    words: z.array(
      z.object({ surveyId: SurveyId, key: QuestionKey, question: z.string(), mayQuote: z.boolean() }),
    ),
  }),
  refusals: {},
});

export const viewSurvey = defineOperation({
  name: 'view-survey',
  owner: 'feedback',
  summary:
    'A survey’s questions, those of the validated scales in their exact words, with their possible answers and what was answered so far.',
  method: 'GET',
  path: '/charities/{charityId}/me/surveys/{surveyId}',
  access: [curator],
  input: z.object({ ...theirs, language: Language.default('en') }),
  output: OpenedSurvey,
  refusals: {},
});

export const saveSurveyAnswer = defineOperation({
  name: 'save-survey-answer',
  owner: 'feedback',
  summary:
    'Keeps the answer to one question until the survey is sent off, in place of an earlier one; null skips it.',
  method: 'PUT',
  path: '/charities/{charityId}/me/surveys/{surveyId}/answers/{key}',
  access: [curator],
  input: z.object({ ...theirs, ...oneAnswer }),
  output: Saved,
  refusals: surveyRefusals,
});

export const finishSurvey = defineOperation({
  name: 'finish-survey',
  owner: 'feedback',
  summary: 'Sends a survey off with what was answered so far. Sending it again changes nothing.',
  method: 'POST',
  path: '/charities/{charityId}/me/surveys/{surveyId}/finish',
  access: [curator],
  input: z.object(theirs),
  output: Finished,
  refusals: { surveyOver: surveyRefusals.surveyOver },
});

export const answerSurvey = defineOperation({
  name: 'answer-survey',
  owner: 'feedback',
  summary:
    'Answers a survey all at once. However often it is sent, it is answered once; another answer later is refused.',
  method: 'PUT',
  path: '/charities/{charityId}/me/surveys/{surveyId}/answers',
  access: [curator],
  input: z.object({
    ...theirs,
    loneliness: LonelinessAnswers,
    /** "Taking over was a good experience": 1 (not at all) to 5 (very much); null if skipped, or not asked. */
    experience: z.int().min(1).max(5).nullable(),
    words: z.string().trim().max(longestSurveyAnswer).default(''),
    /** Whether the charity may quote `words`. */
    mayQuote: z.boolean().default(false),
    /** To the charity's own questions. */
    own: z.array(GivenAnswer).max(5).default([]),
  }),
  output: Survey,
  refusals: surveyRefusals,
});
