import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { Caller } from '@baton/contracts';
import { z } from 'zod';

/**
 * The gateway tells a service who is calling by a signed header, so that a process which merely reaches
 * the bus cannot pretend to be somebody; nor can a service, which knows only how to tell a signature from a forged one. The signature covers what is asked, subject and data: whoever
 * sees a header can at most ask the same thing again, for half a minute, which is longer than any deadline.
 */
export const callerHeader = 'baton-caller';
const lifetimeMs = 30_000;

/** What is asked of whom. The data as sent or as parsed: both have the same JSON, with its keys in the same order. */
export interface Asked {
  readonly subject: string;
  readonly data: unknown;
}

const Signed = z.object({
  caller: Caller,
  subject: z.string(),
  dataHash: z.string(),
  expiresAt: z.number(),
});

/** `base64url(JSON) . base64url(Ed25519)`. */
export function signCaller(privateKey: KeyObject, caller: Caller, asked: Asked, now: Date): string {
  const claim = {
    caller,
    subject: asked.subject,
    dataHash: hashOf(asked.data),
    expiresAt: now.getTime() + lifetimeMs,
  } satisfies z.input<typeof Signed>;
  const body = Buffer.from(JSON.stringify(claim)).toString('base64url');
  return `${body}.${sign(null, Buffer.from(body), privateKey).toString('base64url')}`;
}

/** The caller, or nothing when the header is missing, forged, expired or for another question. */
export function verifyCaller(
  publicKey: KeyObject,
  header: string | undefined,
  asked: Asked,
  now: Date,
): Caller | undefined {
  const [body = '', signature = ''] = (header ?? '').split('.');
  if (!verify(null, Buffer.from(body), publicKey, Buffer.from(signature, 'base64url'))) return undefined;
  const { data: claim } = Signed.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  if (claim?.subject !== asked.subject || claim.dataHash !== hashOf(asked.data)) return undefined;
  return claim.expiresAt > now.getTime() ? claim.caller : undefined;
}

/** Data that is not there at all has no JSON. */
const hashOf = (data: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(data) ?? '')
    .digest('base64url');
