import type { ApplicationId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { z } from 'zod';
import { sealedFor } from './identity-vault.js';

const field = 'also tells';

/** What else would tell who somebody is, in their own words: sealed like their name, and opened for them and their fingerprints only. */
export async function keepAlsoTells(
  tx: Tx,
  vault: Vault,
  applicationId: ApplicationId,
  words: readonly string[],
): Promise<void> {
  const sealed = await vault.seal(tx, sealedFor(applicationId), field, JSON.stringify(words));
  await tx.query('UPDATE person SET also_tells_sealed = $3 WHERE charity_id = $1 AND application_id = $2', [
    tx.charityId,
    applicationId,
    words.length > 0 ? sealed : null,
  ]);
}

export async function readAlsoTells(tx: Tx, vault: Vault, applicationId: ApplicationId): Promise<string[]> {
  const [person] = await tx.query<{ sealed: Buffer | null }>(
    'SELECT also_tells_sealed AS sealed FROM person WHERE charity_id = $1 AND application_id = $2',
    [tx.charityId, applicationId],
  );
  if (!person?.sealed) return [];
  return z
    .array(z.string())
    .parse(JSON.parse(await vault.open(tx, sealedFor(applicationId), field, person.sealed)));
}
