import { InviteToSurvey } from './invite-to-survey.js';
import { OnSurveyAnswered } from './on-survey-answered.js';
import { OnSurveyOpened } from './on-survey-opened.js';

export const heard = {
  'survey.opened.v1': OnSurveyOpened,
  'survey.opened.v2': OnSurveyOpened,
  'survey.answered.v1': OnSurveyAnswered,
  'survey.answered.v2': OnSurveyAnswered,
} as const;
export const parts = [InviteToSurvey] as const;
