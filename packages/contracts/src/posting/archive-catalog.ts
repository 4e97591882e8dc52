import * as archive from './archive-operations.js';

/** The operations of the public archive, by name. */
export const archiveOperations = {
  'list-archive': archive.listArchive,
  'view-archive-entry': archive.viewArchiveEntry,
  'read-archive-picture': archive.readArchivePicture,
  'review-archive': archive.reviewArchive,
  'review-archive-entry': archive.reviewArchiveEntry,
  'take-out-of-archive': archive.takeOutOfArchive,
  'put-back-in-archive': archive.putBackInArchive,
  'leave-archive': archive.leaveArchive,
} as const;
