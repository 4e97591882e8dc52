import { accept, type InputOf, type listSlots, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { slotsAhead } from './slots.js';

@Injectable()
export class ListSlots implements Handles<typeof listSlots> {
  constructor(private readonly database: Database) {}

  handle(input: InputOf<typeof listSlots>): Promise<ResultOf<typeof listSlots>> {
    return this.database.inCharity(input.charityId, async (tx) =>
      accept({ slots: await slotsAhead(tx, input) }),
    );
  }
}
