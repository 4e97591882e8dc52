import { PausePart } from './pause-part.js';
import { ResumePart } from './resume-part.js';
import { ViewCertificate } from './view-certificate.js';

export const answers = {
  'pause-part': PausePart,
  'resume-part': ResumePart,
  'view-certificate': ViewCertificate,
} as const;
