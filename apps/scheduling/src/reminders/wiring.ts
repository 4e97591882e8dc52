import { RemindCurator } from './remind-curator.js';
import { SetReminderWishes, ViewReminderWishes } from './reminder-wishes-operations.js';

export const answers = {
  'view-reminder-wishes': ViewReminderWishes,
  'set-reminder-wishes': SetReminderWishes,
} as const;

export const timers = {
  'reminder fourteenDays': RemindCurator,
  'reminder twoDays': RemindCurator,
  'reminder oneHour': RemindCurator,
  'reminder opening': RemindCurator,
  'reminder ending': RemindCurator,
} as const;
