import { createHmac, timingSafeEqual } from 'node:crypto';

/** How X signs, and how it wants to be answered when it asks whether we are who we should be (docs.x.com, "Webhooks"). */
export const signatureOf = (secret: string, what: string | Buffer): string =>
  `sha256=${createHmac('sha256', secret).update(what).digest('base64')}`;

/** Whether X signed these bytes. Takes as long for a wrong signature as for a right one. */
export function isSignedByX(secret: string, body: Buffer, signature: string): boolean {
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(secret, body));
  return given.length === right.length && timingSafeEqual(given, right);
}
