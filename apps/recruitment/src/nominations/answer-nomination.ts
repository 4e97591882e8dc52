import {
  accept,
  type answerNomination,
  type Caller,
  type InputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { databaseNow } from '../clock/database-now.js';
import { isOpen, type OpenNomination } from './nomination-row.js';
import { Nominations } from './nominations.js';
import { SayNo } from './say-no.js';

/** Agreeing stores nothing but that they agreed. The same answer again is the same answer; a no ends it for good. */
@Injectable()
export class AnswerNomination implements Handles<typeof answerNomination> {
  constructor(
    private readonly database: Database,
    private readonly nominations: Nominations,
    private readonly no: SayNo,
  ) {}

  async handle(
    { charityId, token, answer }: InputOf<typeof answerNomination>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof answerNomination>> {
    const state = answer === 'no' ? 'refused' : 'agreed';
    return this.database.inCharity(charityId, async (tx) => {
      const nomination = await this.nominations.byLink(tx, token);
      if (!nomination) return refuse('linkOver');
      if (nomination.state === 'refused' && answer === 'no') return accept({ state });
      if (!isOpen(nomination, await databaseNow(tx))) return refuse('linkOver');
      if (nomination.state === state) return accept({ state });
      if (answer === 'no') await this.no.say(tx, nomination, caller);
      else await this.agree(tx, nomination, caller);
      return accept({ state });
    });
  }

  private async agree(tx: Tx, nomination: OpenNomination, by: Caller): Promise<void> {
    await this.nominations.settle(tx, nomination, 'agreed');
    const about = nomination.nominationId;
    await noteInAudit(tx, { by, action: 'nomination.answered', about, details: { answer: 'agreed' } });
  }
}
