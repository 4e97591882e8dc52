import { AskForBuddy, EndBuddy, OfferToBeBuddy, ViewBuddies } from './be-buddies.js';
import { PairUp } from './pair-up.js';
import { PresentBuddies } from './present-buddies.js';
import { WriteToBuddy } from './write-to-buddy.js';

export const answers = {
  'view-buddies': ViewBuddies,
  'ask-for-buddy': AskForBuddy,
  'offer-to-be-buddy': OfferToBeBuddy,
  'end-buddy': EndBuddy,
  'write-to-buddy': WriteToBuddy,
} as const;

export const parts = [PairUp, PresentBuddies] as const;
