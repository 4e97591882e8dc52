import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretOfPulse } from './secret-of-pulse.js';

const nonceBytes = 12;
const timeBytes = 6;
const macBytes = 16;
/** Nobody reads three questions in less. */
const youngestMs = 2_000;
const oldestMs = 24 * 3_600_000;

/** `nonce (12) | issued at, in ms (6) | HMAC (16)`, base64url. Nothing is kept of one until it comes back. */
export function giveTicket(secret: SecretOfPulse, now: Date): string {
  const body = Buffer.concat([randomBytes(nonceBytes), Buffer.alloc(timeBytes)]);
  body.writeUIntBE(now.getTime(), nonceBytes, timeBytes);
  return Buffer.concat([body, secret.digest('ticket', body)]).toString('base64url');
}

/** The nonce of a ticket that is good now, or why it is not. */
export function readTicket(
  secret: SecretOfPulse,
  ticket: string,
  now: Date,
): { readonly nonce: Buffer } | 'tooQuick' | 'oldTicket' {
  const bytes = Buffer.from(ticket, 'base64url');
  if (bytes.length !== nonceBytes + timeBytes + macBytes) return 'oldTicket';
  const body = bytes.subarray(0, nonceBytes + timeBytes);
  const isOurs = timingSafeEqual(bytes.subarray(body.length), secret.digest('ticket', body));
  const ageMs = now.getTime() - body.readUIntBE(nonceBytes, timeBytes);
  if (!isOurs || ageMs > oldestMs) return 'oldTicket';
  return ageMs < youngestMs ? 'tooQuick' : { nonce: body.subarray(0, nonceBytes) };
}
