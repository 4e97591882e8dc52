import { accept, type InputOf, type listHiatuses, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { hiatusesOf } from './hiatuses.js';

@Injectable()
export class ListHiatuses implements Handles<typeof listHiatuses> {
  constructor(private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof listHiatuses>): Promise<ResultOf<typeof listHiatuses>> {
    return this.database.inCharity(charityId, async (tx) => accept({ hiatuses: await hiatusesOf(tx) }));
  }
}
