import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';

/** What a charity has settled about booking. Where it has settled nothing, these are its rules. */
export const BookingRules = z.object({
  /** How many bookings that have not begun somebody may have at once. */
  bookingsAhead: z.int().min(1).max(50).default(1),
  /** Between the end of one takeover and the beginning of the next of the same person. 0: none. */
  coolDownDays: z.int().min(0).max(366).default(28),
  /** A slot that opens later cannot be booked yet. */
  weeksAhead: z.int().min(1).max(260).default(78),
  /** How long somebody has to answer when a slot is offered to them: at most a third of what is left until it opens. */
  offerMinutes: z
    .int()
    .min(15)
    .max(7 * 24 * 60)
    .default(24 * 60),
  /** A swap takes effect only once a manager has said yes as well. */
  swapsNeedManager: z.boolean().default(false),
  /** When somebody is unwell, who stands by is asked before who waits; false: the other way round. */
  standbyFirst: z.boolean().default(true),
});

export const viewBookingRules = defineOperation({
  name: 'view-booking-rules',
  owner: 'scheduling',
  summary: 'What the charity has settled about booking, offers and swaps.',
  method: 'GET',
  path: '/charities/{charityId}/booking-rules',
  access: [curator, staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: BookingRules,
  refusals: {},
});

export const setBookingRules = defineOperation({
  name: 'set-booking-rules',
  owner: 'scheduling',
  summary: 'Settles how people book. Bookings and offers that were made already stay as they are.',
  method: 'PUT',
  path: '/charities/{charityId}/booking-rules',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, ...BookingRules.shape }),
  output: BookingRules,
  refusals: {},
});
