import type { CharityId } from '@baton/contracts';

/** Port to whatever guards the charities' keys: a local file now, a key management service later. */
export interface KeyWrapper {
  /** Wraps with the newest key there is. */
  wrap(charityId: CharityId, dataKey: Buffer): Promise<Buffer>;
  /** Unwraps with whichever key wrapped. Throws where the charity is another or the bytes were changed. */
  unwrap(charityId: CharityId, wrapped: Buffer): Promise<Buffer>;
  /** A keyed digest (HMAC-SHA256) for comparing values without keeping them. The same for ever. */
  digest(charityId: CharityId, value: string): Promise<Buffer>;
}
