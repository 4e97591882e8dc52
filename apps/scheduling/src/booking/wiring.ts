import { BookSlot } from './book-slot.js';
import { OnConsentWithdrawn } from './on-consent-withdrawn.js';
import { OnCuratorLeft } from './on-curator-left.js';
import { OnCuratorPaused } from './on-curator-paused.js';
import { OnCuratorReady } from './on-curator-ready.js';

export const answers = {
  'book-slot': BookSlot,
} as const;

export const heard = {
  'curator.ready.v1': OnCuratorReady,
  'curator.left.v1': OnCuratorLeft,
  'curator.paused.v1': OnCuratorPaused,
  'consent.withdrawn.v1': OnConsentWithdrawn,
} as const;
