import { inboxMigration, outboxMigration } from '@baton/messaging';
import { dataKeyMigration, type Migration } from '@baton/persistence';
import { BookingRulesAndHolds1764000120100 } from './booking-rules-and-holds.js';
import { Calendars1764000100400 } from './calendars.js';
import { Cover1764000120200 } from './cover.js';
import { CreateRota1700000000101 } from './create-rota.js';
import { CreateTakeovers1700000000102 } from './create-takeovers.js';
import { CuratorsGo1764000060100 } from './curators-go.js';
import { LooksAreCounted1764000170100 } from './looks-are-counted.js';
import { OffersOutliveSlots1764000160100 } from './offers-outlive-slots.js';
import { RemindersAndPreFlight1764000100200 } from './reminders-and-pre-flight.js';
import { RotasByRecurrence1764000130100 } from './rotas-by-recurrence.js';
import { Swaps1764000120300 } from './swaps.js';
import { TakeoversGiveWay1764000100100 } from './takeovers-give-way.js';

export const migrations: Migration[] = [
  outboxMigration,
  inboxMigration,
  CreateRota1700000000101,
  CreateTakeovers1700000000102,
  CuratorsGo1764000060100,
  TakeoversGiveWay1764000100100,
  RemindersAndPreFlight1764000100200,
  Calendars1764000100400,
  dataKeyMigration,
  BookingRulesAndHolds1764000120100,
  Cover1764000120200,
  Swaps1764000120300,
  RotasByRecurrence1764000130100,
  OffersOutliveSlots1764000160100,
  LooksAreCounted1764000170100,
];
