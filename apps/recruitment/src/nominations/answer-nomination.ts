import { accept, type answerNomination, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { isOpen } from './nomination-row.js';
import { Nominations } from './nominations.js';
import { SayNo } from './say-no.js';

/**
 * Agreeing stores nothing but that they agreed. The same answer again is the same answer; a no ends it for good. None is noted in
 * the audit: the team would see when somebody answered, and who applied just then.
 */
@Injectable()
export class AnswerNomination implements Handles<typeof answerNomination> {
  constructor(
    private readonly database: Database,
    private readonly nominations: Nominations,
    private readonly no: SayNo,
  ) {}

  async handle({
    charityId,
    token,
    answer,
  }: InputOf<typeof answerNomination>): Promise<ResultOf<typeof answerNomination>> {
    const state = answer === 'no' ? 'refused' : 'agreed';
    return this.database.inCharity(charityId, async (tx) => {
      const nomination = await this.nominations.byLink(tx, token);
      if (!nomination) return refuse('linkOver');
      if (nomination.state === 'refused' && answer === 'no') return accept({ state });
      if (!isOpen(nomination, await databaseNow(tx))) return refuse('linkOver');
      if (nomination.state === state) return accept({ state });
      if (answer === 'no') await this.no.say(tx, nomination);
      else await this.nominations.settle(tx, nomination, 'agreed');
      return accept({ state });
    });
  }
}
