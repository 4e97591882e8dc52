import { accept, type answerNomination, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { databaseNow } from '../clock/database-now.js';
import { Addresses } from '../identity/addresses.js';
import { isOpen, type OpenNomination } from './nomination-row.js';
import { Nominations } from './nominations.js';

/** Agreeing stores nothing but that they agreed. The same answer again is the same answer; a no ends it for good. */
@Injectable()
export class AnswerNomination implements Handles<typeof answerNomination> {
  constructor(
    private readonly database: Database,
    private readonly nominations: Nominations,
    private readonly addresses: Addresses,
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
      if (answer === 'no') await this.neverAgain(tx, nomination);
      await this.nominations.settle(tx, nomination, state);
      const details = { answer: state };
      const about = nomination.nominationId;
      await noteInAudit(tx, { by: caller, action: 'nomination.answered', about, details });
      return accept({ state });
    });
  }

  private async neverAgain(tx: Tx, nomination: OpenNomination): Promise<void> {
    const email = await this.nominations.emailOf(tx, nomination);
    await tx.query(
      `UPDATE nomination_address SET refused_at = baton.now() WHERE charity_id = $1 AND email_fingerprint = $2`,
      [tx.charityId, await this.addresses.fingerprint(tx.charityId, email)],
    );
  }
}
