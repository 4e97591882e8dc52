import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
/** Named on both sides: node accepts tags of 4 bytes where the length is not fixed. */
const tagBytes = 16;
/** The format and key scheme, first byte of every sealed value, so that keys and formats can change one day. */
const version = 1;

/** `version (1) | nonce (12) | tag (16) | ciphertext`, AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D). */
export function sealBytes(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(contextBytes(context));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed]);
}

/** Throws where the value was changed, cut, or sealed for another context or by another key. */
export function openBytes(key: Buffer, sealed: Buffer, context: string): Buffer {
  const start = 1 + nonceBytes + tagBytes;
  if (sealed.length < start || sealed[0] !== version)
    throw new Error('not a sealed value of a known version');
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(1, 1 + nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(contextBytes(context));
  decipher.setAuthTag(sealed.subarray(1 + nonceBytes, start));
  return Buffer.concat([decipher.update(sealed.subarray(start)), decipher.final()]);
}

const contextBytes = (context: string): Buffer => Buffer.from(`baton|v${version}|${context}`);
