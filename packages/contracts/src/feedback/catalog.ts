import { exportFeedback } from '../tenancy/export-operations.js';
import * as analyst from './analyst-operations.js';
import * as engagement from './engagement-operations.js';
import * as pulse from './pulse-operations.js';
import * as surveys from './survey-operations.js';

/** Every operation that feedback answers, by its name. */
export const feedbackOperations = {
  'list-surveys': surveys.listSurveys,
  'export-records': exportFeedback,
  'view-survey': surveys.viewSurvey,
  'answer-survey': surveys.answerSurvey,
  'view-pulse': pulse.viewPulse,
  'answer-pulse': pulse.answerPulse,
  'list-pulses': pulse.listPulses,
  'list-pulse-words': pulse.listPulseWords,
  'look-at-pulse-words': pulse.lookAtPulseWords,
  'show-pulse-words': pulse.showPulseWords,
  'view-engagement': engagement.viewEngagement,
  'open-analyst-feed': analyst.openAnalystFeed,
} as const;
