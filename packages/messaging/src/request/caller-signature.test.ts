import { describe, expect, it } from '@jest/globals';
import { signCaller, verifyCaller } from './caller-signature.js';

const key = 'a secret of this test';
const now = new Date('2026-11-27T17:30:00.000Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const operator = { kind: 'operator' } as const;
const signed = signCaller(key, operator, 'op.scheduling.book-slot', now);

describe('the signed caller', () => {
  it('is believed within half a minute, on its own subject', () => {
    expect(verifyCaller(key, signed, 'op.scheduling.book-slot', later(29_999))).toEqual(operator);
  });

  it('is not believed after half a minute', () => {
    expect(verifyCaller(key, signed, 'op.scheduling.book-slot', later(30_000))).toBeUndefined();
  });

  it('opens no other operation', () => {
    expect(verifyCaller(key, signed, 'op.scheduling.add-slot', now)).toBeUndefined();
  });

  it('is not believed when signed with another secret', () => {
    const forged = signCaller('a guess', operator, 'op.scheduling.book-slot', now);
    expect(verifyCaller(key, forged, 'op.scheduling.book-slot', now)).toBeUndefined();
  });

  it('is not believed when its claim was changed under a good signature', () => {
    const [, signature] = signed.split('.');
    const claim = { caller: operator, subject: 'op.scheduling.add-slot', expiresAt: later(9e9).getTime() };
    const forged = `${Buffer.from(JSON.stringify(claim)).toString('base64url')}.${signature}`;
    expect(verifyCaller(key, forged, 'op.scheduling.add-slot', now)).toBeUndefined();
  });

  it.each([undefined, '', '.', 'x.', '.x', 'no signature'])('is not believed when it is %p', (header) => {
    expect(verifyCaller(key, header, 'op.scheduling.book-slot', now)).toBeUndefined();
  });
});
