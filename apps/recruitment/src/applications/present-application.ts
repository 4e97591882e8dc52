import type { listApplications, OutputOf } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { sealedFor } from '../identity/identity-vault.js';
import type { Application } from './application-row.js';

type Listed = OutputOf<typeof listApplications>['applications'][number];

/** An application as the team sees it: by pen name, without opening the vault. */
@Injectable()
export class PresentApplication {
  constructor(private readonly vault: Vault) {}

  async present(tx: Tx, row: Application): Promise<Listed> {
    const { applicationId, curatorId, penName, identityLevel, state, decisions, aboutSealed } = row;
    const about = aboutSealed
      ? await this.vault.open(tx, sealedFor(applicationId), 'about', aboutSealed)
      : '';
    const since = row.stateSince.toISOString();
    const appliedAt = row.appliedAt.toISOString();
    const { nominatedBy } = row;
    return {
      ...{ applicationId, curatorId, penName, identityLevel, state, since, about, appliedAt, decisions },
      nominatedBy,
    };
  }
}
