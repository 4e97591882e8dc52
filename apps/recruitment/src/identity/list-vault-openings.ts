import {
  type ApplicationId,
  accept,
  type InputOf,
  type listVaultOpenings,
  type OutputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { sealedFor } from './identity-vault.js';

type Opening = OutputOf<typeof listVaultOpenings>['openings'][number];

interface OpeningRow {
  readonly by: string;
  readonly at: Date;
  readonly purpose: Buffer;
}

/** "Who looked me up, when and why", for the person themself; the machine's own openings for mail included. */
@Injectable()
export class ListVaultOpenings implements Handles<typeof listVaultOpenings> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async handle(
    { charityId }: InputOf<typeof listVaultOpenings>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listVaultOpenings>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorId);
      if (!application) return refuse('notFound');
      return accept({ openings: await this.openingsOf(tx, application.applicationId) });
    });
  }

  private async openingsOf(tx: Tx, applicationId: ApplicationId): Promise<Opening[]> {
    const rows = await tx.query<OpeningRow>(
      `SELECT opened_by AS by, opened_at AS at, purpose_sealed AS purpose FROM vault_opening
        WHERE charity_id = $1 AND application_id = $2 ORDER BY id DESC LIMIT 500`,
      [tx.charityId, applicationId],
    );
    const openings: Opening[] = [];
    for (const { by, at, purpose: sealed } of rows) {
      const purpose = await this.vault.open(tx, sealedFor(applicationId), 'purpose', sealed);
      openings.push({ by, purpose, at: at.toISOString() });
    }
    return openings;
  }
}
