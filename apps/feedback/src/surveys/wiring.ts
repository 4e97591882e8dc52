import { AnswerSurvey } from './answer-survey.js';
import { ListSurveys } from './list-surveys.js';
import { OnCuratorLeft } from './on-curator-left.js';
import { OnTakeoverClosed } from './on-takeover-closed.js';
import { ViewSurvey } from './view-survey.js';

export const answers = {
  'list-surveys': ListSurveys,
  'view-survey': ViewSurvey,
  'answer-survey': AnswerSurvey,
} as const;
export const heard = {
  'curator.left.v1': OnCuratorLeft,
} as const;
/** Hears of takeovers that close together with other rooms. */
export const providers = [OnTakeoverClosed] as const;
