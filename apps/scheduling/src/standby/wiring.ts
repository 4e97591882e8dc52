import { EndStandby } from './end-standby.js';
import { ListStandby } from './list-standby.js';
import { OfferStandby } from './offer-standby.js';

export const answers = {
  'offer-standby': OfferStandby,
  'end-standby': EndStandby,
  'list-standby': ListStandby,
} as const;
