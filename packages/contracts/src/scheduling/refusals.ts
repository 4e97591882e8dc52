export const notBegun = {
  status: 409,
  message:
    'This takeover has not begun yet, so there is nothing to end. To give it up, please tell the team.',
} as const;
