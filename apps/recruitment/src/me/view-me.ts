import { accept, type InputOf, refuse, type viewMe } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from './curator-of.js';

@Injectable()
export class ViewMe implements Handles<typeof viewMe> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewMe>, { caller }: CallContext) {
    const curatorId = curatorOf(caller);
    const application = await this.database.inCharity(charityId, (tx) => findByCurator(tx, curatorId));
    if (!application) return refuse('notFound');
    const { penName, identityLevel, state, agreementVersion, pausedUntil } = application;
    return accept({ curatorId, penName, identityLevel, state, agreementVersion, pausedUntil });
  }
}
