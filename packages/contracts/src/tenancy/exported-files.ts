import type { ServiceName } from '../define/service-name.js';
import { ofApiGateway } from './exported/api-gateway.js';
import type { ExportedFile } from './exported/exported-file.js';
import { ofFeedback } from './exported/feedback.js';
import { ofPostingGateway } from './exported/posting-gateway.js';
import { ofRecruitment } from './exported/recruitment.js';
import { ofScheduling } from './exported/scheduling.js';

export type { ExportedFile };

/**
 * What `begin-export` puts into a charity's archive, by service and file; its README is drawn from this. Who a curator is,
 * is in none of them: an archive is kept in places that no vault guards.
 */
export const exportedFiles = {
  'api-gateway': ofApiGateway,
  recruitment: ofRecruitment,
  scheduling: ofScheduling,
  'posting-gateway': ofPostingGateway,
  feedback: ofFeedback,
} as const satisfies Record<ServiceName, Record<string, ExportedFile>>;

export type ExportedFileOf<Service extends ServiceName> = Extract<
  keyof (typeof exportedFiles)[Service],
  string
>;
