import { z } from 'zod';
import { anyone } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';
import { Language } from '../define/words.js';
import { LinkToken } from '../people/sign-in-words.js';
import { Finished, OpenedSurvey, oneAnswer, Saved, surveyRefusals } from './survey-questions.js';

const withLink = { charityId: CharityId, token: LinkToken };
/** The same words for a link that never was and one whose survey is gone: which it is tells nobody anything. */
const linkOver = {
  status: 410,
  message:
    'This link does not work any more. If it came a moment ago, please try again in a minute. If not, there is nothing you need to do.',
} as const;

export const viewSurveyByLink = defineOperation({
  name: 'view-survey-by-link',
  owner: 'feedback',
  summary: 'A survey, by the link in the mail, without signing in. Opening it changes nothing.',
  method: 'GET',
  path: '/charities/{charityId}/survey-by-link',
  access: [anyone],
  input: z.object({ ...withLink, language: Language.default('en') }),
  output: OpenedSurvey,
  refusals: { linkOver },
});

export const saveSurveyAnswerByLink = defineOperation({
  name: 'save-survey-answer-by-link',
  owner: 'feedback',
  summary: 'Keeps the answer to one question, by the link in the mail.',
  method: 'PUT',
  path: '/charities/{charityId}/survey-by-link/answers/{key}',
  access: [anyone],
  input: z.object({ ...withLink, ...oneAnswer }),
  output: Saved,
  refusals: { ...surveyRefusals, linkOver },
});

export const finishSurveyByLink = defineOperation({
  name: 'finish-survey-by-link',
  owner: 'feedback',
  summary: 'Sends a survey off, by the link in the mail. Sending it again changes nothing.',
  method: 'POST',
  path: '/charities/{charityId}/survey-by-link/finish',
  access: [anyone],
  input: z.object(withLink),
  output: Finished,
  refusals: { surveyOver: surveyRefusals.surveyOver, linkOver },
});
