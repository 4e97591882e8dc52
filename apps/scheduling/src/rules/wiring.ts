import { SetBookingRules } from './set-booking-rules.js';
import { ViewBookingRules } from './view-booking-rules.js';

export const answers = {
  'view-booking-rules': ViewBookingRules,
  'set-booking-rules': SetBookingRules,
} as const;
