import { CharityId } from '@baton/contracts';
import { hashOf, newSecret } from '../sign-in/secret.js';

export interface ReadToken {
  readonly charityId: CharityId;
  readonly hash: Buffer;
}

/**
 * Tokens of the form `<prefix>_<charity>_<secret>`: the charity's id stands in the token, so that even looking it up
 * happens inside one charity. Only the SHA-256 of the whole token is kept; 32 random bytes need no salt.
 */
export function charityToken(prefix: string) {
  const form = new RegExp(`^${prefix}_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$`);
  return {
    make(charityId: CharityId): { token: string; hash: Buffer } {
      const token = `${prefix}_${charityId.replaceAll('-', '')}_${newSecret()}`;
      return { token, hash: hashOf(token) };
    },
    /** The charity and hash of a token, or undefined where it is not even shaped like one. */
    read(token: string): ReadToken | undefined {
      const hex = form.exec(token)?.[1];
      const dashed = hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      const charityId = CharityId.safeParse(dashed);
      return charityId.success ? { charityId: charityId.data, hash: hashOf(token) } : undefined;
    },
  };
}
