import { NobodyAnswered, OnPreFlightChecked } from './conclude-pre-flight.js';
import { ListPreFlights } from './list-pre-flights.js';
import { LookAhead } from './look-ahead.js';
import { OnOnCallChanged } from './on-on-call-changed.js';

export const answers = { 'list-pre-flights': ListPreFlights } as const;

export const heard = {
  'takeover.pre-flight-checked.v1': OnPreFlightChecked,
  'on-call.changed.v1': OnOnCallChanged,
} as const;

export const timers = {
  'look dayBefore': LookAhead,
  'look hourBefore': LookAhead,
  'answer dayBefore': NobodyAnswered,
  'answer hourBefore': NobodyAnswered,
} as const;
