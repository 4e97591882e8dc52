import { archiveByPage } from '../archive/archive-by-page.js';
import { describePages } from '../browser/describe-pages.js';
import { pulseByPage } from '../pulse/pulse-by-page.js';
import { reportsByPage } from '../reports/reports-by-page.js';
import { surveysByPage } from '../surveys/surveys-by-page.js';

describePages('what is asked and shown after a weekend', {
  heron: surveysByPage,
  otter: archiveByPage,
  finch: pulseByPage,
  badger: reportsByPage,
});
