import { BookSlot } from './book-slot.js';
import { CancelBooking } from './cancel-booking.js';
import { forgetsWords } from './cancellations.js';
import { ListCancellations } from './list-cancellations.js';
import { OnConsentWithdrawn } from './on-consent-withdrawn.js';
import { OnCuratorLeft } from './on-curator-left.js';
import { OnCuratorPaused } from './on-curator-paused.js';
import { OnCuratorReady } from './on-curator-ready.js';
import { WordsTimer } from './words-timer.js';

export const answers = {
  'book-slot': BookSlot,
  'cancel-booking': CancelBooking,
  'list-cancellations': ListCancellations,
} as const;

export const heard = {
  'curator.ready.v1': OnCuratorReady,
  'curator.left.v1': OnCuratorLeft,
  'curator.paused.v1': OnCuratorPaused,
  'consent.withdrawn.v1': OnConsentWithdrawn,
} as const;

export const timers = { [forgetsWords]: WordsTimer } as const;
