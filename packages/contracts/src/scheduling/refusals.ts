export const notBegun = {
  status: 409,
  message:
    'This takeover has not begun yet, so there is nothing to end. To give it up, please tell the team.',
} as const;

export const slotTaken = {
  status: 409,
  message: 'Someone else has just booked this slot. These ones are free.',
} as const;

export const slotHeld = {
  status: 409,
  message:
    'Somebody is just booking this slot, or was offered it first. It may be free later. These ones are free.',
} as const;

export const slotOver = { status: 410, message: 'This slot is over. Please choose a later one.' } as const;

export const notReady = {
  status: 409,
  message: 'You can book once the curating agreement is accepted.',
} as const;

export const tooOftenHeld = {
  status: 429,
  message: 'You have kept many slots today without booking one. Please book one, or come back tomorrow.',
} as const;

export const notYourTakeover = { status: 403, message: 'This takeover belongs to another curator.' } as const;

/** What a booking of one’s own may break; stepping in for somebody breaks none of it. */
export const limits = {
  tooManyAhead: {
    status: 409,
    message:
      'You have as many bookings ahead as one can have. Please call one off first, or come back once one is over.',
  },
  tooSoonAgain: {
    status: 409,
    message:
      'That is too soon before or after another takeover of yours: rest is part of it. These would do.',
  },
  tooFarAhead: {
    status: 409,
    message: 'This slot cannot be booked yet: it is too far ahead. These ones can.',
  },
} as const;
