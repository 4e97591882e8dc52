import { z } from 'zod';
import { CuratorId, Instant, PersonId } from '../define/ids.js';

/** A code is eight digits, works once, for fifteen minutes, and dies after five wrong tries. */
export const SignInCode = z
  .string()
  .trim()
  .regex(/^\d{8}$/, 'is the eight digits in the mail');

/**
 * Binds a code to whoever asked for it: the code in a mail works only together with the ticket its asker holds, and wrong
 * tries count against that ticket alone. A stranger who types in somebody's address can neither use nor spoil their code.
 */
export const SignInTicket = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'is the ticket you were given when you asked for a code');

/** What a sign-in link carries. It needs no ticket: whoever can read the mail may use it, once. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is the last part of the link in the mail');

/** How the person will know a session or device again in their list: `Firefox on Linux`. Never an address of theirs. */
export const DeviceName = z.string().trim().min(1).max(60);

/** What every way of opening a session may say about the device it is opened on. */
export const onDevice = {
  device: DeviceName.default('A device without a name'),
  /** What the device was given when it was last remembered. One that does not hold is taken for none. */
  deviceToken: z.string().max(200).optional(),
  rememberDevice: z.boolean().default(false),
};

export const PersonsSession = z.object({
  token: z.string(),
  expiresAt: Instant,
  personId: PersonId,
  /** Where the device was to be remembered: kept on the device, and shown once like the token. */
  deviceToken: z.string().optional(),
});

export const CuratorsSession = z.object({ token: z.string(), expiresAt: Instant, curatorId: CuratorId });

export const signInRefusals = {
  wrongCode: {
    status: 401,
    message: 'This code does not work. It may be used up or older than 15 minutes: please ask for a new one.',
  },
  wrongLink: {
    status: 401,
    message: 'This link does not work. It may be used up or older than 15 minutes: please ask for a new one.',
  },
} as const;
