import { accept, type InputOf, type listApplications } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, applicationColumns } from './application-row.js';

@Injectable()
export class ListApplications implements Handles<typeof listApplications> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async handle({ charityId }: InputOf<typeof listApplications>) {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<Application>(
        `SELECT ${applicationColumns} FROM application WHERE charity_id = $1 ORDER BY applied_at DESC LIMIT 500`,
        [charityId],
      );
      const applications = await Promise.all(
        rows.map(
          async ({ applicationId, curatorId, penName, identityLevel, state, aboutSealed, appliedAt }) => ({
            applicationId,
            curatorId,
            penName,
            identityLevel,
            state,
            about: aboutSealed
              ? await this.vault.open(tx, `person:${applicationId}`, 'about', aboutSealed)
              : '',
            appliedAt: appliedAt.toISOString(),
          }),
        ),
      );
      return accept({ applications });
    });
  }
}
