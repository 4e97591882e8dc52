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

  async handle({ charityId, token, savedFormId }: InputOf<typeof discardSavedForm>) {
    const tokens = [token, savedFormId && (await this.forms.tokenOf(charityId, savedFormId))];
    await this.database.inCharity(charityId, async (tx) => {
      for (const one of tokens) if (one) await this.forms.discard(tx, one);
    });
    return accept({ discarded: true as const });
  }
}
