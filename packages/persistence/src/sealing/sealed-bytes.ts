import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
/** Named on both sides: node accepts tags of 4 bytes where the length is not fixed. */
const tagBytes = 16;

/** A key and which of its line it is: 1 to 255, told in the first byte of all that it seals. */
export interface NumberedKey {
  readonly number: number;
  readonly bytes: Buffer;
}

/**
 * `key number (1) | nonce (12) | tag (16) | ciphertext`: AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D).
 * `context` is what the value belongs to; it opens in the same context only.
 */
export function sealBytes(key: NumberedKey, plain: Buffer, context: readonly string[]): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key.bytes, nonce, { authTagLength: tagBytes });
  cipher.setAAD(bytesOf(context, key.number));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(key.number), nonce, cipher.getAuthTag(), sealed]);
}

/** Throws where the value was changed, cut, or sealed for another context or with another key. */
export function openBytes(
  keyNumbered: (number: number) => Buffer | undefined,
  sealed: Buffer,
  context: readonly string[],
): Buffer {
  const tagAt = 1 + nonceBytes;
  const textAt = tagAt + tagBytes;
  const [number] = sealed;
  const key = number === undefined || sealed.length < textAt ? undefined : keyNumbered(number);
  if (number === undefined || !key) throw new Error('not a value sealed with a known key');
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(1, tagAt), { authTagLength: tagBytes });
  decipher.setAAD(bytesOf(context, number));
  decipher.setAuthTag(sealed.subarray(tagAt, textAt));
  return Buffer.concat([decipher.update(sealed.subarray(textAt)), decipher.final()]);
}

/** JSON, so that no choice of names can make two contexts the same bytes. */
const bytesOf = (context: readonly string[], keyNumber: number): Buffer =>
  Buffer.from(JSON.stringify(['baton', ...context, keyNumber]));
