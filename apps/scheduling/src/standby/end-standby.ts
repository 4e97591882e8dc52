import { accept, type endStandby, type InputOf, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { endStandbyOf, standbyOf } from './standby.js';

@Injectable()
export class EndStandby implements Handles<typeof endStandby> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, slotId }: InputOf<typeof endStandby>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof endStandby>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      await endStandbyOf(tx, curatorId, slotId);
      return accept({ standby: await standbyOf(tx, curatorId) });
    });
  }
}
