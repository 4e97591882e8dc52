import { accept, type InputOf, type ResultOf, refuse, type viewPreferences } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf } from '../takeovers/curator-of.js';
import { readPreferences } from './read-preferences.js';

@Injectable()
export class ViewPreferences implements Handles<typeof viewPreferences> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async handle(
    { charityId }: InputOf<typeof viewPreferences>,
    call: CallContext,
  ): Promise<ResultOf<typeof viewPreferences>> {
    const curatorId = curatorOf(call);
    if (!curatorId) return refuse('notFound');
    return accept(await this.database.inCharity(charityId, (tx) => readPreferences(tx, curatorId)));
  }
}
