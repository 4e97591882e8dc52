import { accept, type InputOf, type viewPreparation } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { requirementsOf } from './requirements.js';

@Injectable()
export class ViewPreparation implements Handles<typeof viewPreparation> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewPreparation>) {
    return accept(await this.database.inCharity(charityId, requirementsOf));
  }
}
