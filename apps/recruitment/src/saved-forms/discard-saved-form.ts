import { accept, type discardSavedForm, type InputOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { SavedForms } from './saved-forms.js';

@Injectable()
export class DiscardSavedForm implements Handles<typeof discardSavedForm> {
  constructor(
    private readonly database: Database,
    private readonly forms: SavedForms,
  ) {}

  async handle({ charityId, token }: InputOf<typeof discardSavedForm>) {
    await this.database.inCharity(charityId, (tx) => this.forms.discard(tx, token));
    return accept({ discarded: true as const });
  }
}
