import type { Provider, Type } from '@nestjs/common';
import { AnsweringPages } from './answering.controller.js';
import { CalendarLinkPages } from './calendar-links.controller.js';
import { ChoosingPages } from './choosing.controller.js';
import { KeepCalendarLinks } from './keep-calendar-links.js';
import { OwnWeekendPages } from './own-weekend.controller.js';
import { ReadWeekends } from './read-weekends.js';
import { ReminderPages } from './reminders.controller.js';
import { WaitingPages } from './waiting.controller.js';

export const weekendPages: readonly Type[] = [
  WaitingPages,
  ChoosingPages,
  OwnWeekendPages,
  AnsweringPages,
  ReminderPages,
  CalendarLinkPages,
];
export const weekendProviders: readonly Provider[] = [ReadWeekends, KeepCalendarLinks];
