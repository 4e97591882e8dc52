import { ListReports } from './list-reports.js';
import { ReportAssurance } from './report-assurance.js';
import { ReportSeason } from './report-season.js';
import { ReportTakeover } from './report-takeover.js';

export const answers = {
  'list-reports': ListReports,
  'report-takeover': ReportTakeover,
  'report-season': ReportSeason,
  'report-assurance': ReportAssurance,
} as const;
