import { CountFollowers } from './count-followers.js';
import { MeasureEngagement } from './measure-engagement.js';
import { ReadAtX } from './read-at-x.js';

export const providers = [ReadAtX, MeasureEngagement, CountFollowers] as const;
