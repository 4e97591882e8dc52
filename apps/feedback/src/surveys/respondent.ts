import type { CuratorId } from '@baton/contracts';

/** Whose data key seals what somebody wrote in a survey: shredding that one key makes it unreadable. */
export const respondent = (curatorId: CuratorId): string => `respondent:${curatorId}`;
