import { accept, type InputOf, type listVaultOpenings, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { openingsOf } from './openings-of.js';

/** "Who looked me up, when and why", for the person themself. */
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
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorOf(caller));
      if (!application) return refuse('notFound');
      return accept({ openings: await openingsOf(this.vault, tx, application.applicationId) });
    });
  }
}
