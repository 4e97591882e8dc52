import { accept, type InputOf, type listApplications, type OutputOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { sealedFor } from '../identity/identity-vault.js';
import { type Application, applicationColumns } from './application-row.js';

type Listed = OutputOf<typeof listApplications>['applications'][number];

/** Pen names only: a list is not a reason to open the vault. Who has left is nobody any more. */
@Injectable()
export class ListApplications implements Handles<typeof listApplications> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async handle({ charityId }: InputOf<typeof listApplications>) {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<Application>(
        `SELECT ${applicationColumns} FROM application
          WHERE charity_id = $1 AND state NOT IN ('withdrawn', 'left') ORDER BY applied_at DESC LIMIT 500`,
        [charityId],
      );
      const applications: Listed[] = [];
      for (const row of rows) applications.push(await this.present(tx, row));
      return accept({ applications });
    });
  }

  private async present(tx: Tx, row: Application): Promise<Listed> {
    const { applicationId, curatorId, penName, identityLevel, state, aboutSealed } = row;
    const about = aboutSealed
      ? await this.vault.open(tx, sealedFor(applicationId), 'about', aboutSealed)
      : '';
    const appliedAt = row.appliedAt.toISOString();
    return { applicationId, curatorId, penName, identityLevel, state, about, appliedAt };
  }
}
