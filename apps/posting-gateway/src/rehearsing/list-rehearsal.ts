import { accept, type InputOf, type listRehearsal, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { wishOfWithdrawn } from '../consent/withdrawn-curators.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { presentRehearsal } from './present-rehearsal.js';

@Injectable()
export class ListRehearsal implements Handles<typeof listRehearsal> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId }: InputOf<typeof listRehearsal>,
    call: CallContext,
  ): Promise<ResultOf<typeof listRehearsal>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      if (await wishOfWithdrawn(tx, curatorId)) return refuse('consentWithdrawn');
      return accept(await presentRehearsal(tx, this.vault, curatorId));
    });
  }
}
