import { AnswerSurvey } from './answer-survey.js';
import { ListSurveys } from './list-surveys.js';
import { ViewSurvey } from './view-survey.js';

export const answers = {
  'list-surveys': ListSurveys,
  'view-survey': ViewSurvey,
  'answer-survey': AnswerSurvey,
} as const;
