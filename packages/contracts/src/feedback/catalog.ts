import { exportFeedback } from '../tenancy/export-operations.js';
import * as analyst from './analyst-operations.js';
import * as engagement from './engagement-operations.js';
import * as notes from './notes-operations.js';
import * as ownQuestions from './own-question-operations.js';
import * as pulse from './pulse-operations.js';
import * as quotes from './quote-operations.js';
import * as reports from './report-operations.js';
import * as surveyAnswers from './survey-answer-operations.js';
import * as surveyLinks from './survey-link-operations.js';
import * as surveys from './survey-operations.js';

/** Every operation that feedback answers, by its name. */
export const feedbackOperations = {
  'list-surveys': surveys.listSurveys,
  'export-records': exportFeedback,
  'view-survey': surveys.viewSurvey,
  'save-survey-answer': surveys.saveSurveyAnswer,
  'finish-survey': surveys.finishSurvey,
  'answer-survey': surveys.answerSurvey,
  'view-survey-by-link': surveyLinks.viewSurveyByLink,
  'save-survey-answer-by-link': surveyLinks.saveSurveyAnswerByLink,
  'finish-survey-by-link': surveyLinks.finishSurveyByLink,
  'view-survey-questions': ownQuestions.viewSurveyQuestions,
  'set-survey-questions': ownQuestions.setSurveyQuestions,
  'list-survey-answers': surveyAnswers.listSurveyAnswers,
  'read-survey-words': surveyAnswers.readSurveyWords,
  'list-quotes': quotes.listQuotes,
  'show-quote': quotes.showQuote,
  'set-may-quote': quotes.setMayQuote,
  'view-pulse': pulse.viewPulse,
  'answer-pulse': pulse.answerPulse,
  'list-pulses': pulse.listPulses,
  'list-pulse-words': pulse.listPulseWords,
  'look-at-pulse-words': pulse.lookAtPulseWords,
  'show-pulse-words': pulse.showPulseWords,
  'view-engagement': engagement.viewEngagement,
  'open-analyst-feed': analyst.openAnalystFeed,
  'list-reports': reports.listReports,
  'report-takeover': reports.reportTakeover,
  'report-season': reports.reportSeason,
  'report-assurance': reports.reportAssurance,
  'view-weekend-notes': notes.viewWeekendNotes,
  'set-weekend-notes': notes.setWeekendNotes,
} as const;
