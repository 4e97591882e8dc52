import { exportScheduling } from '../tenancy/export-operations.js';
import * as bookings from './booking-operations.js';
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
} as const;
