import { accept, type InputOf, type ResultOf, type viewMyWaiting } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { standbyOf } from '../standby/standby.js';
import { waitingOf } from './waitlist.js';

@Injectable()
export class ViewMyWaiting implements Handles<typeof viewMyWaiting> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId }: InputOf<typeof viewMyWaiting>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof viewMyWaiting>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) =>
      accept({
        waitlist: (await waitingOf(tx, curatorId)) ?? null,
        standby: await standbyOf(tx, curatorId),
      }),
    );
  }
}
