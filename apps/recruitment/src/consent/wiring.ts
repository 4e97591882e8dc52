import { GiveConsent } from './give-consent.js';
import { ViewConsents } from './view-consents.js';
import { WithdrawConsent } from './withdraw-consent.js';

export const answers = {
  'view-consents': ViewConsents,
  'give-consent': GiveConsent,
  'withdraw-consent': WithdrawConsent,
} as const;
