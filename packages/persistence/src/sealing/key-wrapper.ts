import { createHmac, hkdfSync } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { CharityId } from '@baton/contracts';
import { openBytes, sealBytes } from './sealed-bytes.js';

/** Port to whatever guards the charities' keys: a local file now, a key management service later. */
export interface KeyWrapper {
  wrap(charityId: CharityId, dataKey: Buffer): Promise<Buffer>;
  unwrap(charityId: CharityId, wrapped: Buffer): Promise<Buffer>;
  /** A keyed digest (HMAC-SHA256) for comparing values without keeping them. */
  digest(charityId: CharityId, value: string): Promise<Buffer>;
}

const keyBytes = 32;

/**
 * Derives a key per charity from one master key (HKDF-SHA256, RFC 5869) and wraps with AES-256-GCM. The master key never
 * encrypts anything itself.
 */
export class LocalKeyWrapper implements KeyWrapper {
  constructor(private readonly master: Buffer) {
    if (master.length !== keyBytes)
      throw new Error(`the master key must have ${keyBytes} bytes, it has ${master.length}`);
  }

  /** Reads the master key; refuses a file that others on this machine can read. */
  static fromFile(path: string): LocalKeyWrapper {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      throw new Error(`the master key file can be read by others: type chmod 600 ${path}`);
    }
    return new LocalKeyWrapper(readFileSync(path));
  }

  async wrap(charityId: CharityId, dataKey: Buffer): Promise<Buffer> {
    return sealBytes(this.keyFor(charityId, 'wrap'), dataKey, `data key|${charityId}`);
  }

  async unwrap(charityId: CharityId, wrapped: Buffer): Promise<Buffer> {
    return openBytes(this.keyFor(charityId, 'wrap'), wrapped, `data key|${charityId}`);
  }

  async digest(charityId: CharityId, value: string): Promise<Buffer> {
    return createHmac('sha256', this.keyFor(charityId, 'digest')).update(value).digest();
  }

  private keyFor(charityId: CharityId, use: 'wrap' | 'digest'): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, charityId, `baton ${use}`, keyBytes));
  }
}
