import { accept, type InputOf, type ResultOf, refuse, type viewRest } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { presentRest } from './present-rest.js';

@Injectable()
export class ViewRest implements Handles<typeof viewRest> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, takeoverId }: InputOf<typeof viewRest>,
    call: CallContext,
  ): Promise<ResultOf<typeof viewRest>> {
    return this.database.inCharity(charityId, async (tx) => {
      const takeover = await readTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      if (!mayLook(call, takeover)) return refuse('notYours');
      return accept(await presentRest(tx, takeoverId));
    });
  }
}
