import { readFileSync } from 'node:fs';
import { IdentityLevel } from '@baton/contracts';
import { z } from 'zod';
import { type OwnIdentity, ownIdentity, printKeyOf, printsOf } from '../own-identity/own-identity.js';
import { piecesOfIdentity } from '../own-identity/pieces-of-identity.js';

const Person = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  penName: z.string(),
  level: IdentityLevel,
});
export type SyntheticPerson = z.infer<typeof Person>;

/** People who do not exist, with numbers and addresses that are kept free for such. */
export const syntheticPeople: Readonly<Record<string, SyntheticPerson>> = z
  .record(z.string(), Person)
  .parse(JSON.parse(readFileSync(new URL('../../samples/people.json', import.meta.url), 'utf8')));

/** As the gateway knows somebody. */
export function knownOnlyByPrints(person: SyntheticPerson, owner = 'somebody'): OwnIdentity {
  const key = printKeyOf('a secret of two services', [owner]);
  return ownIdentity(printsOf(piecesOfIdentity(person), key), person.level, key);
}
