import { accept, type clearRehearsal, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayStillWrite } from '../consent/may-still-write.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { eraseRehearsalOf } from './erase-rehearsals.js';
import { presentRehearsal } from './present-rehearsal.js';

/** Begins again. Whoever was called for words of a crisis still comes. */
@Injectable()
export class ClearRehearsal implements Handles<typeof clearRehearsal> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId }: InputOf<typeof clearRehearsal>,
    call: CallContext,
  ): Promise<ResultOf<typeof clearRehearsal>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      if (!(await mayStillWrite(tx, curatorId))) return refuse('consentWithdrawn');
      await eraseRehearsalOf(tx, this.vault, curatorId);
      return accept(await presentRehearsal(tx, this.vault, curatorId));
    });
  }
}
