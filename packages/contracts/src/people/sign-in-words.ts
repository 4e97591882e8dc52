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

/** Six digits from the app, or a backup code: `a1B2c-3D4e5`. People type both with spaces. */
export const SecondFactorCode = z
  .string()
  .max(40)
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(
    z
      .string()
      .regex(/^(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})$/, 'is six digits from your app, or a backup code'),
  );

/** Six digits from the app. */
export const AppCode = z
  .string()
  .max(20)
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'is the six digits your app shows'));

/** What a browser is asked for a passkey: WebAuthn's own JSON, handed on as it is. */
export const PasskeyOptions = z.record(z.string(), z.unknown());
const encoded = z.base64url().max(20_000);
const credential = {
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};
/** What the browser answers when it has made a passkey: `PublicKeyCredential.toJSON()`. */
export const PasskeyMade = z.looseObject({
  ...credential,
  response: z.looseObject({ clientDataJSON: encoded, attestationObject: encoded }),
});
/** What the browser answers when a passkey was shown: `PublicKeyCredential.toJSON()`. */
export const PasskeyAnswer = z.looseObject({
  ...credential,
  response: z.looseObject({ clientDataJSON: encoded, authenticatorData: encoded, signature: encoded }),
});
export type PasskeyMade = z.output<typeof PasskeyMade>;
export type PasskeyAnswer = z.output<typeof PasskeyAnswer>;
/** Belongs to one ceremony with a passkey: begun here, ended once. */
export const PasskeyTicket = z.string().min(1).max(500);

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
  wrongPasskey: {
    status: 401,
    message: 'This passkey did not work. Please try again, or sign in with a mail.',
  },
  secondFactorNeeded: {
    status: 401,
    message: 'One more step: please type the code from your authenticator app.',
  },
  wrongSecondFactor: {
    status: 401,
    message: 'This code does not work. Please wait for the next one in your app, or take a backup code.',
  },
  tooManyTries: {
    status: 429,
    message: 'That was wrong too often. Please wait 15 minutes and try again.',
  },
} as const;
