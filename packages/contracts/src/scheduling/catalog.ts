import { exportScheduling } from '../tenancy/export-operations.js';
import * as bookings from './booking-operations.js';
import * as calendars from './calendars.js';
import * as preFlight from './pre-flight.js';
import * as reminders from './reminders.js';
import * as rota from './rota-operations.js';
import * as takeovers from './takeover-operations.js';

/** Every operation that scheduling answers, by its name. */
export const schedulingOperations = {
  'define-rota': rota.defineRota,
  'export-records': exportScheduling,
  'add-slot': rota.addSlot,
  'list-slots': rota.listSlots,
  'book-slot': bookings.bookSlot,
  'list-takeovers': takeovers.listTakeovers,
  'end-takeover': takeovers.endTakeover,
  'extend-takeover': takeovers.extendTakeover,
  'open-takeover-now': takeovers.openTakeoverNow,
  'view-on-air': takeovers.viewOnAir,
  'make-calendar-link': calendars.makeCalendarLink,
  'list-calendar-links': calendars.listCalendarLinks,
  'end-calendar-link': calendars.endCalendarLink,
  'read-calendar': calendars.readCalendar,
  'read-public-calendar': calendars.readPublicCalendar,
  'view-reminder-wishes': reminders.viewReminderWishes,
  'set-reminder-wishes': reminders.setReminderWishes,
  'list-pre-flights': preFlight.listPreFlights,
} as const;
