import { accept, type InputOf, type ResultOf, type releaseHold } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { letGo } from './holds.js';

@Injectable()
export class ReleaseHold implements Handles<typeof releaseHold> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId }: InputOf<typeof releaseHold>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof releaseHold>> {
    return this.database.inCharity(charityId, async (tx) =>
      accept({ released: await letGo(tx, curatorOf(caller)) }),
    );
  }
}
