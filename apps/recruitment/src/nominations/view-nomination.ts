import { accept, type InputOf, type ResultOf, refuse, type viewNomination } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { isOpen, worksUntil } from './nomination-row.js';
import { Nominations } from './nominations.js';

/** A mail scanner that opens the link changes nothing. */
@Injectable()
export class ViewNomination implements Handles<typeof viewNomination> {
  constructor(
    private readonly database: Database,
    private readonly nominations: Nominations,
  ) {}

  async handle({
    charityId,
    token,
  }: InputOf<typeof viewNomination>): Promise<ResultOf<typeof viewNomination>> {
    return this.database.inCharity(charityId, async (tx) => {
      const nomination = await this.nominations.byLink(tx, token);
      if (!nomination || !isOpen(nomination, await databaseNow(tx))) return refuse('linkOver');
      const { nominatedBy, state } = nomination;
      const greeting = await this.nominations.greetingOf(tx, nomination);
      return accept({ greeting, nominatedBy, state, worksUntil: worksUntil(nomination).toISOString() });
    });
  }
}
