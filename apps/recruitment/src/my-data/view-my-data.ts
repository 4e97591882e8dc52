import { accept, type InputOf, type ResultOf, refuse, type viewMyData } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { readAlsoTells } from '../identity/also-tells.js';
import { IdentityVault } from '../identity/identity-vault.js';
import { curatorOf } from '../me/curator-of.js';
import { keptFor } from '../retention/kept-for.js';
import { whatIsHeld } from './what-is-held.js';

/** A person looks at themself. The vault makes no exception: this opening is written down like any other. */
@Injectable()
export class ViewMyData implements Handles<typeof viewMyData> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly identities: IdentityVault,
  ) {}

  async handle(
    { charityId }: InputOf<typeof viewMyData>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof viewMyData>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorId);
      if (!application) return refuse('notFound');
      const { applicationId, penName, identityLevel, state } = application;
      const opening = { by: `curator ${curatorId}`, purpose: 'own page' };
      const person = await this.identities.open(tx, applicationId, opening);
      const alsoTells = await readAlsoTells(tx, this.vault, applicationId);
      return accept({
        person,
        alsoTells,
        penName,
        identityLevel,
        state,
        held: whatIsHeld(await keptFor(tx)),
      });
    });
  }
}
