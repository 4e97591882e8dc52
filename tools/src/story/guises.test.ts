import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { guisesOf } from './guises.js';

const email = 'alexandra.whitcombe@example.org';
const isSeenIn = (text: string, secret: string) =>
  guisesOf(secret).some((guise) => text.toLowerCase().includes(guise));

describe('looking for a secret', () => {
  it.each([
    ['as it is', `write to ${email}!`],
    ['in other case', 'ALEXANDRA.Whitcombe@Example.ORG'],
    ['in a URL', `?to=${encodeURIComponent(email)}&x=1`],
    ['as bytes of a column', `\\x${Buffer.from(`a${email}b`).toString('hex')}`],
    ['in base64', Buffer.from(email).toString('base64')],
    ['as a digest', createHash('sha256').update(email).digest('hex')],
    ['in base64, one further', Buffer.from(`{${email}}`).toString('base64')],
    ['in base64, two further', Buffer.from(`{"${email}"}`).toString('base64')],
  ])('sees an address %s', (_, text) => {
    expect(isSeenIn(text, email)).toBe(true);
  });

  it('sees a telephone number however it is spaced', () => {
    expect(isSeenIn('call 07700900473', '07700 900473')).toBe(true);
    expect(isSeenIn('call +447700900473', '07700 900473')).toBe(true);
  });

  it('sees nothing where nothing is', () => {
    expect(isSeenIn('Robin applied; 0192e7a0-0000-7000-8000-000000000001', email)).toBe(false);
  });
});
