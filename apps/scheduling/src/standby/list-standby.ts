import { accept, type InputOf, type listStandby, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { everybodyWaiting } from '../waitlist/waitlist.js';
import { everybodyOnStandby } from './standby.js';

@Injectable()
export class ListStandby implements Handles<typeof listStandby> {
  constructor(private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof listStandby>): Promise<ResultOf<typeof listStandby>> {
    return this.database.inCharity(charityId, async (tx) =>
      accept({ standby: await everybodyOnStandby(tx), waitlist: await everybodyWaiting(tx) }),
    );
  }
}
