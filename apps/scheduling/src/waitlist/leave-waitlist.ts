import { accept, type InputOf, type leaveWaitlist, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { stopWaiting } from './waitlist.js';

@Injectable()
export class LeaveWaitlist implements Handles<typeof leaveWaitlist> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId }: InputOf<typeof leaveWaitlist>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof leaveWaitlist>> {
    return this.database.inCharity(charityId, async (tx) =>
      accept({ left: await stopWaiting(tx, curatorOf(caller)) }),
    );
  }
}
