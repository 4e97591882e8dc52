/** Of every operation by which a curator hands something over. */
export const consentWithdrawn = {
  status: 403,
  message:
    'You have taken back your consent to post, so nothing was sent and nothing was kept. If you change your mind, please tell the team.',
} as const;

export const notYours = { status: 403, message: 'This takeover belongs to another curator.' } as const;

export const changedElsewhere = {
  status: 409,
  message:
    'This post was changed meanwhile, perhaps on another device, so nothing was changed now. Look at it, then try again.',
} as const;
