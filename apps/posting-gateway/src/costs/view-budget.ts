import { accept, type InputOf, type ResultOf, type viewBudget } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { readBudget } from './read-costs.js';

@Injectable()
export class ViewBudget implements Handles<typeof viewBudget> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewBudget>): Promise<ResultOf<typeof viewBudget>> {
    return accept(await this.database.inCharity(charityId, readBudget));
  }
}
