import { accept, type InputOf, type listZoneChanges, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { zoneChangesOf } from './zone-changes.js';

@Injectable()
export class ListZoneChanges implements Handles<typeof listZoneChanges> {
  constructor(private readonly database: Database) {}

  handle({ charityId, limit }: InputOf<typeof listZoneChanges>): Promise<ResultOf<typeof listZoneChanges>> {
    return this.database.inCharity(charityId, async (tx) =>
      accept({ changes: await zoneChangesOf(tx, limit) }),
    );
  }
}
