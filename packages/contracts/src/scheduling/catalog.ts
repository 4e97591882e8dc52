import { exportScheduling } from '../tenancy/export-operations.js';
import * as bookings from './booking-operations.js';
import * as hiatus from './hiatus-operations.js';
import * as rota from './rota-operations.js';
import * as slots from './rota-slot-operations.js';
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
  'list-hiatuses': hiatus.listHiatuses,
  'remove-hiatus': hiatus.removeHiatus,
  'list-zone-changes': zone.listZoneChanges,
  'book-slot': bookings.bookSlot,
  'list-takeovers': takeovers.listTakeovers,
  'end-takeover': takeovers.endTakeover,
  'extend-takeover': takeovers.extendTakeover,
  'open-takeover-now': takeovers.openTakeoverNow,
  'view-on-air': takeovers.viewOnAir,
} as const;
