import {
  EndCalendarLink,
  ListCalendarLinks,
  MakeCalendarLink,
  ReadCalendar,
  ReadPublicCalendar,
} from './answer-calendars.js';
import { CalendarLinks } from './calendar-links.js';
import { OnMemberLeft } from './on-member-left.js';
import { OnMemberRoleChanged } from './on-member-role-changed.js';

export const answers = {
  'make-calendar-link': MakeCalendarLink,
  'list-calendar-links': ListCalendarLinks,
  'end-calendar-link': EndCalendarLink,
  'read-calendar': ReadCalendar,
  'read-public-calendar': ReadPublicCalendar,
} as const;

export const heard = {
  'member.left.v1': OnMemberLeft,
  'member.role-changed.v1': OnMemberRoleChanged,
} as const;

export const parts = [CalendarLinks] as const;
