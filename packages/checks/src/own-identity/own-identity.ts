import { createHmac } from 'node:crypto';
import type { IdentityLevel, IdentityPrints, OwnPieceKind } from '@baton/contracts';
import type { Pieces } from './pieces-of-identity.js';

/** A person whom a text can be compared with, and who cannot be read. */
export interface OwnIdentity {
  readonly level: IdentityLevel;
  /** What a value of a text would tell of them, if it is a piece of their identity. */
  readonly kindOf: (value: string) => OwnPieceKind | undefined;
}

/**
 * 24 bits. A post of 280 characters asks about 180 values of some 50 prints, so one post in 1,900 is held for nothing; and
 * whoever has prints and key and tries all of a thousand million phone numbers has sixty that fit. ADR 17 has the sums.
 */
const hexDigits = 6;
/** How many prints of a kind there are would tell how long a name is: there are always a multiple of so many. */
const prints = 8;

/** A change of what is compared, or how, is another number: prints of another never fit. */
export const printRecipe = 1;

/**
 * The key to one person’s prints. `secret` is known to the service that makes them and to the one that compares; with the
 * owner and a salt in it, the prints of two charities have nothing in common.
 */
export const printKeyOf = (secret: string, owner: readonly string[]): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([printRecipe, ...owner]))
    .digest('base64url');

const printer =
  (key: string) =>
  (value: string): string =>
    createHmac('sha256', key).update(value).digest('hex').slice(0, hexDigits);

/** What may leave the vault’s service. Sorted, so that their order tells nothing. */
export function printsOf(pieces: Pieces, key: string): IdentityPrints {
  const print = printer(key);
  const kinds = Map.groupBy(pieces, ([, kind]) => kind);
  return Object.fromEntries(
    [...kinds].map(([kind, ofKind]) => {
      const real = ofKind.map(([value]) => print(value));
      const missing = (prints - (real.length % prints)) % prints;
      const filling = Array.from({ length: missing }, (_, nth) => print(`filling:${kind}:${nth}`));
      return [kind, [...real, ...filling].sort()];
    }),
  );
}

/** The person behind the prints, to compare a text with. */
export function ownIdentity(known: IdentityPrints, level: IdentityLevel, key: string): OwnIdentity {
  const kinds = new Map(
    Object.entries(known).flatMap(([kind, of]) => of.map((print) => [print, kind as OwnPieceKind] as const)),
  );
  const print = printer(key);
  const asked = new Map<string, OwnPieceKind | undefined>();
  const kindOf = (value: string) => {
    if (!asked.has(value)) asked.set(value, kinds.get(print(value)));
    return asked.get(value);
  };
  return { level, kindOf };
}
