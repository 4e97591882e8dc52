import { exportFeedback } from '../tenancy/export-operations.js';
import * as analyst from './analyst-operations.js';
import * as notes from './notes-operations.js';
import * as reports from './report-operations.js';
import * as surveys from './survey-operations.js';

/** Every operation that feedback answers, by its name. */
export const feedbackOperations = {
  'list-surveys': surveys.listSurveys,
  'export-records': exportFeedback,
  'view-survey': surveys.viewSurvey,
  'answer-survey': surveys.answerSurvey,
  'open-analyst-feed': analyst.openAnalystFeed,
  'list-reports': reports.listReports,
  'report-takeover': reports.reportTakeover,
  'report-season': reports.reportSeason,
  'report-assurance': reports.reportAssurance,
  'view-weekend-notes': notes.viewWeekendNotes,
  'set-weekend-notes': notes.setWeekendNotes,
} as const;
