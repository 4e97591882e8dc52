import { OnEngagementMeasured } from './on-engagement-measured.js';
import { OnFollowersCounted } from './on-followers-counted.js';
import { ViewEngagement } from './view-engagement.js';

export const answers = { 'view-engagement': ViewEngagement } as const;
export const heard = {
  'engagement.measured.v1': OnEngagementMeasured,
  'followers.counted.v1': OnFollowersCounted,
} as const;
