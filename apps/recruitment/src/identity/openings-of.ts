import type { ApplicationId, listVaultOpenings, OutputOf } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { sealedFor } from './identity-vault.js';

type Opening = OutputOf<typeof listVaultOpenings>['openings'][number];

interface OpeningRow {
  readonly by: string;
  readonly at: Date;
  readonly purpose: Buffer;
}

/** Every opening of one person's vault, newest first, the machine's own for mail included. */
export async function openingsOf(vault: Vault, tx: Tx, applicationId: ApplicationId): Promise<Opening[]> {
  const rows = await tx.query<OpeningRow>(
    `SELECT opened_by AS by, opened_at AS at, purpose_sealed AS purpose FROM vault_opening
      WHERE charity_id = $1 AND application_id = $2 ORDER BY id DESC LIMIT 500`,
    [tx.charityId, applicationId],
  );
  const openings: Opening[] = [];
  for (const { by, at, purpose: sealed } of rows) {
    const purpose = await vault.open(tx, sealedFor(applicationId), 'purpose', sealed);
    openings.push({ by, purpose, at: at.toISOString() });
  }
  return openings;
}
