import { OnOfferClosed } from './on-offer-closed.js';
import { OnSlotOffered } from './on-slot-offered.js';
import { OnSwapAsked } from './on-swap-asked.js';
import { OnSwapClosed } from './on-swap-closed.js';

export const heard = {
  'slot.offered.v1': OnSlotOffered,
  'offer.closed.v1': OnOfferClosed,
  'swap.asked.v1': OnSwapAsked,
  'swap.closed.v1': OnSwapClosed,
} as const;
