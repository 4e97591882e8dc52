import { ListSetAsideApplications } from './list-set-aside-applications.js';
import { RescueApplication } from './rescue-application.js';
import { SetAside } from './set-aside.js';
import { SpamWatch } from './spam-watch.js';

export const answers = {
  'list-set-aside-applications': ListSetAsideApplications,
  'rescue-application': RescueApplication,
} as const;

export const parts = [SetAside, SpamWatch] as const;
