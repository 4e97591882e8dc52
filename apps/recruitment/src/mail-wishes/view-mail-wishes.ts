import { accept, type InputOf, type ResultOf, refuse, type viewMailWishes } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { mailWishesOf } from './mail-wishes.js';

@Injectable()
export class ViewMailWishes implements Handles<typeof viewMailWishes> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId }: InputOf<typeof viewMailWishes>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof viewMailWishes>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorOf(caller));
      if (!application) return refuse('notFound');
      return accept(await mailWishesOf(tx, application.applicationId));
    });
  }
}
