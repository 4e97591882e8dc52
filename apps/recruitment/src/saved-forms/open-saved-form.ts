import { accept, type InputOf, type openSavedForm, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { SavedForms } from './saved-forms.js';

/** Sent, thrown away, too old and never there are one answer. */
@Injectable()
export class OpenSavedForm implements Handles<typeof openSavedForm> {
  constructor(
    private readonly database: Database,
    private readonly forms: SavedForms,
  ) {}

  async handle({ charityId, token }: InputOf<typeof openSavedForm>): Promise<ResultOf<typeof openSavedForm>> {
    return this.database.inCharity(charityId, async (tx) => {
      const form = await this.forms.byToken(tx, token);
      if (!form) return refuse('linkGone');
      const { savedFormId, callId, language } = form;
      const content = await this.forms.contentOf(tx, form);
      return accept({ savedFormId, callId, content, language, keptUntil: form.keptUntil.toISOString() });
    });
  }
}
