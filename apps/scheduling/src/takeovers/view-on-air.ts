import { accept, type InputOf, type ResultOf, type viewOnAir } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { onAir } from './on-air.js';
import { takeoversAhead } from './takeovers.js';

@Injectable()
export class ViewOnAir implements Handles<typeof viewOnAir> {
  constructor(private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof viewOnAir>): Promise<ResultOf<typeof viewOnAir>> {
    return this.database.inCharity(charityId, async (tx) =>
      accept(onAir(await takeoversAhead(tx), await databaseNow(tx))),
    );
  }
}
