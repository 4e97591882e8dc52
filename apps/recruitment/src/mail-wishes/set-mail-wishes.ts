import { accept, type InputOf, type ResultOf, refuse, type setMailWishes } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { curatorOf } from '../me/curator-of.js';
import { keepMailWishes } from './mail-wishes.js';

/** Holds for every mail that is written from now on, those that wait already included. */
@Injectable()
export class SetMailWishes implements Handles<typeof setMailWishes> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, language, discreet }: InputOf<typeof setMailWishes>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setMailWishes>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorOf(caller), 'FOR UPDATE');
      if (!application) return refuse('notFound');
      const { applicationId, curatorId } = application;
      await keepMailWishes(tx, applicationId, { language, discreet });
      await noteInAudit(tx, { by: caller, action: 'identity.corrected', about: curatorId });
      return accept({ language, discreet });
    });
  }
}
