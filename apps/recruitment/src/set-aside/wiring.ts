import { ListSetAsideApplications } from './list-set-aside-applications.js';
import { RescueApplication } from './rescue-application.js';
import { SetAside } from './set-aside.js';
import { SpamWatch } from './spam-watch.js';
import { ViewSetAsideApplication } from './view-set-aside-application.js';

export const answers = {
  'list-set-aside-applications': ListSetAsideApplications,
  'view-set-aside-application': ViewSetAsideApplication,
  'rescue-application': RescueApplication,
} as const;

export const parts = [SetAside, SpamWatch] as const;
