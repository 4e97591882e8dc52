import { createHmac, timingSafeEqual } from 'node:crypto';
import { Caller } from '@baton/contracts';
import { z } from 'zod';

/**
 * The gateway tells a service who is calling by a signed header, so that a process which merely reaches
 * the bus cannot pretend to be somebody. The signature covers the subject: a caller's header for one
 * operation opens no other. It lasts half a minute, longer than any deadline.
 */
export const callerHeader = 'baton-caller';
const lifetimeMs = 30_000;

const Signed = z.object({ caller: Caller, subject: z.string(), expiresAt: z.number() });

/** `base64url(JSON) . base64url(HMAC-SHA256)`. */
export function signCaller(key: string, caller: Caller, subject: string, now: Date): string {
  const claim = { caller, subject, expiresAt: now.getTime() + lifetimeMs } satisfies z.input<typeof Signed>;
  const body = Buffer.from(JSON.stringify(claim)).toString('base64url');
  return `${body}.${seal(key, body).toString('base64url')}`;
}

/** The caller, or nothing when the header is missing, forged, expired or for another subject. */
export function verifyCaller(
  key: string,
  header: string | undefined,
  subject: string,
  now: Date,
): Caller | undefined {
  const [body = '', signature = ''] = (header ?? '').split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = seal(key, body);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { data: claim } = Signed.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  return claim?.subject === subject && claim.expiresAt > now.getTime() ? claim.caller : undefined;
}

const seal = (key: string, body: string): Buffer => createHmac('sha256', key).update(body).digest();
