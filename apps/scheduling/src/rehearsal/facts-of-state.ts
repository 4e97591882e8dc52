import {
  type Envelope,
  takeoverClosed,
  takeoverMoved,
  takeoverOpened,
  takeoverScheduled,
  wireTypeOf,
} from '@baton/contracts';

const states = [takeoverScheduled, takeoverMoved, takeoverOpened, takeoverClosed].map(wireTypeOf);

/** Reminders and looking ahead go by the time, and come when they come. */
export const isOfState = ({ type }: Envelope): boolean => states.includes(type);
