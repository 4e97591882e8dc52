import { describe, expect, it } from '@jest/globals';
import { makeCallerKeys, privateKeyOf, publicKeyOf } from './caller-keys.js';
import { signCaller, verifyCaller } from './caller-signature.js';

const keys = makeCallerKeys();
const [key, privateKey] = [publicKeyOf(keys.publicKey), privateKeyOf(keys)];
const now = new Date('2026-11-27T17:30:00.000Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const operator = { kind: 'operator' } as const;
const asked = { subject: 'op.scheduling.book-slot', data: { slot: 'a', note: { lines: ['1', '2'] } } };
const elsewhere = { ...asked, subject: 'op.scheduling.add-slot' };
const signed = signCaller(privateKey, operator, asked, now);

describe('the signed caller', () => {
  it('is believed within half a minute, on its own subject', () => {
    expect(verifyCaller(key, signed, asked, later(29_999))).toEqual(operator);
  });

  it('is not believed after half a minute', () => {
    expect(verifyCaller(key, signed, asked, later(30_000))).toBeUndefined();
  });

  it('opens no other operation', () => {
    expect(verifyCaller(key, signed, elsewhere, now)).toBeUndefined();
  });

  it('a signature does not carry another body', () => {
    const otherBody = { ...asked, data: { ...asked.data, slot: 'b' } };
    expect(verifyCaller(key, signed, otherBody, now)).toBeUndefined();
    expect(verifyCaller(key, signed, { ...asked, data: undefined }, now)).toBeUndefined();
  });

  it('carries its body across the wire', () => {
    const data = {
      10: 'ten',
      b: new Date(0),
      a: undefined,
      2: [undefined, -0, 1e21, '\ud800'],
      note: 'ü "x"',
    };
    const header = signCaller(privateKey, operator, { ...asked, data }, now);
    const arrived = { ...asked, data: JSON.parse(JSON.stringify(data)) };
    expect(verifyCaller(key, header, arrived, now)).toEqual(operator);
  });

  it('is not believed when signed with another key', () => {
    const forged = signCaller(privateKeyOf(makeCallerKeys()), operator, asked, now);
    expect(verifyCaller(key, forged, asked, now)).toBeUndefined();
  });

  it('is not believed when its claim was changed under a good signature', () => {
    const [, signature] = signed.split('.');
    const [claim] = signCaller(privateKey, operator, elsewhere, now).split('.');
    const forged = `${claim}.${signature}`;
    expect(verifyCaller(key, forged, elsewhere, now)).toBeUndefined();
  });

  it.each([undefined, '', '.', 'x.', '.x', 'no signature'])('is not believed when it is %p', (header) => {
    expect(verifyCaller(key, header, asked, now)).toBeUndefined();
  });

  it('cannot be made from what a service knows: the public half signs nothing', () => {
    expect(() => signCaller(key, operator, asked, now)).toThrow();
    expect(() => privateKeyOf({ ...keys, privateKey: keys.publicKey })).toThrow();
  });
});
