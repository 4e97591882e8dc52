import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** Ed25519 (RFC 8032), each half as the 32 raw bytes in base64url: short enough for an environment variable. */
export interface CallerKeys {
  /** Every service has it: it can tell whom to believe, and make nobody believe anything. */
  readonly publicKey: string;
  /** The gateway's alone. */
  readonly privateKey: string;
}

export function makeCallerKeys(): CallerKeys {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (!x || !d) throw new Error('a key pair was made without its halves');
  return { publicKey: x, privateKey: d };
}

/** Throws where the text is no key. */
export const publicKeyOf = (publicKey: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });

/** Throws where one of the texts is no key, or they do not belong together. */
export function privateKeyOf({ publicKey, privateKey }: CallerKeys): KeyObject {
  const halves = { kty: 'OKP', crv: 'Ed25519', x: publicKey, d: privateKey };
  const key = createPrivateKey({ key: halves, format: 'jwk' });
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x !== publicKey) throw new Error('the two halves of the caller key do not belong together');
  return key;
}
