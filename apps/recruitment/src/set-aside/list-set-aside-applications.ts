import { accept, type InputOf, type listSetAsideApplications } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { SetAside, type SetAsideForm, type WordsOfForm } from './set-aside.js';

/** By pen name, as applications are, and without what they say. */
@Injectable()
export class ListSetAsideApplications implements Handles<typeof listSetAsideApplications> {
  constructor(
    private readonly database: Database,
    private readonly setAside: SetAside,
  ) {}

  async handle({ charityId, limit, cursor }: InputOf<typeof listSetAsideApplications>) {
    return this.database.inCharity(charityId, async (tx) => {
      const forms = await this.setAside.page(tx, { limit: limit + 1, cursor });
      const shown = forms.slice(0, limit);
      const applications = [];
      for (const form of shown)
        applications.push(presentSetAside(form, await this.setAside.wordsOf(tx, form)));
      const last = forms.length > limit ? shown.at(-1) : undefined;
      return accept({ applications, next: last ? `${last.place}_${last.applicationId}` : null });
    });
  }
}

export const presentSetAside = (
  { applicationId, callId, reasons, setAsideAt, keptUntil, lookedAt }: SetAsideForm,
  { penName }: WordsOfForm,
) => ({
  ...{ applicationId, callId, penName, reasons },
  setAsideAt: setAsideAt.toISOString(),
  lookedAt: lookedAt?.toISOString() ?? null,
  keptUntil: keptUntil?.toISOString() ?? null,
});
