import { createHash } from 'node:crypto';
import type { CharityId, TakeoverId } from '@baton/contracts';

/** Crockford's: no letter in it is taken for another one, or for a digit. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 12;

/**
 * The code in the address of a takeover's pulse: 60 bits of a digest, the same in every service. The charity is part of what
 * is digested, so that nobody can make a takeover whose code is another charity's.
 */
export function pulseCodeOf(charityId: CharityId, takeoverId: TakeoverId): string {
  const digest = createHash('sha256').update(`baton pulse ${charityId} ${takeoverId}`).digest();
  return Array.from(digest.subarray(0, length), (byte) => letters.charAt(byte % letters.length)).join('');
}
