import type { declineOffer, OutputOf } from '@baton/contracts';
import type { Offer } from './offers.js';

export const shownOffer = (offer: Offer): OutputOf<typeof declineOffer> => ({
  offerId: offer.offerId,
  slotId: offer.slotId,
  opensAt: offer.opensAt.toISOString(),
  closesAt: offer.closesAt.toISOString(),
  because: offer.because,
  state: offer.state,
  expiresAt: offer.expiresAt.toISOString(),
});
