import type { CuratorId } from '@baton/contracts';

/** Whose data key seals what managers noted about somebody’s weekends: shredding that one key makes it unreadable. */
export const notesAbout = (curatorId: CuratorId): string => `notes about:${curatorId}`;
