import { AcceptAgreement } from './accept-agreement.js';
import { PublishAgreement } from './publish-agreement.js';
import { ViewAgreement } from './view-agreement.js';

export const answers = {
  'publish-agreement': PublishAgreement,
  'view-agreement': ViewAgreement,
  'accept-agreement': AcceptAgreement,
} as const;
