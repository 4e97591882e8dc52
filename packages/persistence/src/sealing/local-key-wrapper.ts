import { createHmac, hkdfSync } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { CharityId } from '@baton/contracts';
import type { KeyWrapper } from './key-wrapper.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

const keyBytes = 32;
const mostKeys = 255;

/**
 * Master keys in a file, 32 random bytes each, one after the other. The last one wraps; all unwrap, so a new key is
 * begun by adding 32 bytes to the file and `Vault.renewWrapping`. Digests stay with the first key, because what is
 * looked up by them is kept nowhere else.
 *
 * A master key never encrypts anything itself: each charity and use has a key derived from it (HKDF-SHA256, RFC 5869).
 */
export class LocalKeyWrapper implements KeyWrapper {
  private readonly masters: readonly Buffer[];

  constructor(file: Buffer) {
    const count = file.length / keyBytes;
    if (!Number.isInteger(count) || count < 1 || count > mostKeys)
      throw new Error(`master keys have ${keyBytes} bytes each; there are ${file.length} bytes`);
    this.masters = Array.from({ length: count }, (_, at) =>
      Buffer.from(file.subarray(at * keyBytes, (at + 1) * keyBytes)),
    );
  }

  /** Refuses a file that others on this machine can read or write. */
  static fromFile(path: string): LocalKeyWrapper {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new Error(`the master key file is open to others on this machine: type chmod 600 ${path}`);
    return new LocalKeyWrapper(readFileSync(path));
  }

  async wrap(charityId: CharityId, dataKey: Buffer): Promise<Buffer> {
    const number = this.masters.length;
    return sealBytes({ number, bytes: this.keyFor(number, charityId, 'wrap') }, dataKey, [
      'data key',
      charityId,
    ]);
  }

  async unwrap(charityId: CharityId, wrapped: Buffer): Promise<Buffer> {
    const keyNumbered = (number: number): Buffer | undefined =>
      this.masters[number - 1] && this.keyFor(number, charityId, 'wrap');
    return openBytes(keyNumbered, wrapped, ['data key', charityId]);
  }

  async digest(charityId: CharityId, value: string): Promise<Buffer> {
    return createHmac('sha256', this.keyFor(1, charityId, 'digest'))
      .update(value)
      .digest();
  }

  private keyFor(number: number, charityId: CharityId, use: 'wrap' | 'digest'): Buffer {
    const master = this.masters[number - 1];
    if (!master) throw new Error(`there is no master key number ${number}`);
    return Buffer.from(hkdfSync('sha256', master, charityId, `baton ${use}`, keyBytes));
  }
}
