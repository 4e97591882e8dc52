import { AcceptOffer } from './accept-offer.js';
import { offerExpires } from './ask-next.js';
import { DeclineOffer } from './decline-offer.js';
import { ListCover } from './list-cover.js';
import { ListMyOffers } from './list-my-offers.js';
import { OfferTimer } from './offer-timer.js';
import { ReportUnwell } from './report-unwell.js';
import { StopCover } from './stop-cover.js';

export const answers = {
  'report-unwell': ReportUnwell,
  'accept-offer': AcceptOffer,
  'decline-offer': DeclineOffer,
  'list-my-offers': ListMyOffers,
  'list-cover': ListCover,
  'stop-cover': StopCover,
} as const;

export const timers = { [offerExpires]: OfferTimer } as const;
