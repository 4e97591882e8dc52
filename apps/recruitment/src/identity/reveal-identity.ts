import { accept, type InputOf, type ResultOf, refuse, type revealIdentity } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { IdentityVault } from './identity-vault.js';

/** A person is looked up: recorded first, told to them, and noted in the audit by pseudonym and reason alone. */
@Injectable()
export class RevealIdentity implements Handles<typeof revealIdentity> {
  constructor(
    private readonly database: Database,
    private readonly identities: IdentityVault,
  ) {}

  async handle(
    { charityId, curatorId, reason, purpose }: InputOf<typeof revealIdentity>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof revealIdentity>> {
    if (caller.kind !== 'staff') throw new Error(`${caller.kind} called what is for staff`);
    const by = `${caller.role} ${caller.memberId}`;
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorId);
      if (!application) return refuse('notFound');
      const opening = { by, purpose: `${reason}: ${purpose}` };
      const identity = await this.identities.open(tx, application.applicationId, opening);
      await noteInAudit(tx, {
        by: caller,
        action: 'identity.revealed',
        about: curatorId,
        details: { reason },
      });
      return accept(identity);
    });
  }
}
