import { exportScheduling } from '../tenancy/export-operations.js';
import * as cancelling from './booking-cancel-operations.js';
import * as holds from './booking-hold-operations.js';
import * as bookings from './booking-operations.js';
import * as rules from './booking-rules-operations.js';
import * as calendars from './calendars.js';
import * as cover from './cover-operations.js';
import * as waiting from './cover-waiting-operations.js';
import * as hiatus from './hiatus-operations.js';
import * as preFlight from './pre-flight.js';
import * as reminders from './reminders.js';
import * as rota from './rota-operations.js';
import * as slots from './rota-slot-operations.js';
import * as swaps from './swap-operations.js';
import * as takeovers from './takeover-operations.js';
import * as zone from './zone-operations.js';

/** Every operation that scheduling answers, by its name. */
export const schedulingOperations = {
  'define-rota': rota.defineRota,
  'preview-rota': rota.previewRota,
  'list-rotas': rota.listRotas,
  'view-rota': rota.viewRota,
  'end-rota': rota.endRota,
  'export-records': exportScheduling,
  'add-slot': slots.addSlot,
  'remove-slot': slots.removeSlot,
  'list-slots': slots.listSlots,
  'set-hiatus': hiatus.setHiatus,
  'preview-hiatus': hiatus.previewHiatus,
  'list-hiatuses': hiatus.listHiatuses,
  'remove-hiatus': hiatus.removeHiatus,
  'list-zone-changes': zone.listZoneChanges,
  'book-slot': bookings.bookSlot,
  'view-booking-rules': rules.viewBookingRules,
  'set-booking-rules': rules.setBookingRules,
  'hold-slot': holds.holdSlot,
  'release-hold': holds.releaseHold,
  'cancel-booking': cancelling.cancelBooking,
  'list-cancellations': cancelling.listCancellations,
  'offer-standby': waiting.offerStandby,
  'end-standby': waiting.endStandby,
  'list-standby': waiting.listStandby,
  'join-waitlist': waiting.joinWaitlist,
  'leave-waitlist': waiting.leaveWaitlist,
  'view-my-waiting': waiting.viewMyWaiting,
  'report-unwell': cover.reportUnwell,
  'accept-offer': cover.acceptOffer,
  'decline-offer': cover.declineOffer,
  'list-my-offers': cover.listMyOffers,
  'list-cover': cover.listCover,
  'stop-cover': cover.stopCover,
  'propose-swap': swaps.proposeSwap,
  'list-swap-choices': swaps.listSwapChoices,
  'answer-swap': swaps.answerSwap,
  'withdraw-swap': swaps.withdrawSwap,
  'approve-swap': swaps.approveSwap,
  'refuse-swap': swaps.refuseSwap,
  'list-swaps': swaps.listSwaps,
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
