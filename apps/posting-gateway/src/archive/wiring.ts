import { KeepArchive } from './keep-archive.js';
import { LeaveArchive } from './leave-archive.js';
import { ListArchive } from './list-archive.js';
import { OnConsentGiven } from './on-consent-given.js';
import { PutBackInArchive } from './put-back-in-archive.js';
import { ReadArchivePicture } from './read-archive-picture.js';
import { ReviewArchive } from './review-archive.js';
import { ReviewArchiveEntry } from './review-archive-entry.js';
import { TakeOutOfArchive } from './take-out-of-archive.js';
import { ViewArchiveEntry } from './view-archive-entry.js';

export const answers = {
  'list-archive': ListArchive,
  'view-archive-entry': ViewArchiveEntry,
  'read-archive-picture': ReadArchivePicture,
  'review-archive': ReviewArchive,
  'review-archive-entry': ReviewArchiveEntry,
  'take-out-of-archive': TakeOutOfArchive,
  'put-back-in-archive': PutBackInArchive,
  'leave-archive': LeaveArchive,
} as const;

export const heard = { 'consent.given.v1': OnConsentGiven } as const;
export const parts = [KeepArchive] as const;
