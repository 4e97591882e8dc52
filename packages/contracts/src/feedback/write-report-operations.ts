import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { ReportDocument } from './report-document.js';
import { eitherInput } from './report-operations.js';

export const ReportAbout = z.enum(['report', 'assurance']);
export type ReportAbout = z.infer<typeof ReportAbout>;

export const writeReport = defineOperation({
  name: 'write-report',
  owner: 'api-gateway',
  summary:
    'A whole report in one answer, of a weekend or a season: what feedback, the posting gateway and the audit know, put into words, tables and charts.',
  method: 'GET',
  path: '/charities/{charityId}/reports/{about}/document',
  access: [staff('manager', 'trustee')],
  input: eitherInput.safeExtend({
    /** `assurance`: one page for trustees. */
    about: ReportAbout,
  }),
  output: ReportDocument,
  refusals: {},
});
