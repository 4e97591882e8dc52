import { accept, type InputOf, type ResultOf, refuse, type revealIdentity } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { IdentityVault } from './identity-vault.js';

@Injectable()
export class RevealIdentity implements Handles<typeof revealIdentity> {
  constructor(
    private readonly database: Database,
    private readonly identities: IdentityVault,
  ) {}

  async handle(
    { charityId, curatorId, purpose }: InputOf<typeof revealIdentity>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof revealIdentity>> {
    if (caller.kind !== 'staff') throw new Error(`${caller.kind} called what is for staff`);
    const by = `${caller.role} ${caller.memberId}`;
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorId);
      if (!application) return refuse('notFound');
      return accept(await this.identities.open(tx, application.applicationId, { by, purpose }));
    });
  }
}
