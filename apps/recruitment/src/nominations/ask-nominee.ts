import {
  accept,
  type Caller,
  type InputOf,
  mostNominationsPerDay,
  type nominate,
  nominationAsked,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { takeTurns } from '../turns/take-turns.js';
import { findNomination } from './nomination-row.js';
import { Nominations } from './nominations.js';

type Nominee = Omit<InputOf<typeof nominate>, 'charityId'>;

const askedToday = `
  SELECT count(*)::int AS asked FROM nomination WHERE charity_id = $1 AND asked_at > baton.now() - interval '1 day'`;

/**
 * Takes a suggestion in, the same way for every address: known, asked before, refused or new. Whether a mail goes is found
 * out when it is written (`WhomToAsk`), so that neither the answer nor how long it takes tells anything, and neither does
 * the team's list. Limits count what was suggested, never what became of it.
 */
@Injectable()
export class AskNominee {
  constructor(
    private readonly nominations: Nominations,
    private readonly mail: QueueMail,
  ) {}

  /** The same suggestion again is the same suggestion; of two under one id the first is kept. */
  async ask(tx: Tx, nominee: Nominee, caller: Caller): Promise<ResultOf<typeof nominate>> {
    const { nominationId } = nominee;
    await takeTurns(tx, 'nominations');
    if (await findNomination(tx, nominationId)) return accept({ next: 'weAskThem' as const });
    const [today] = await tx.query<{ asked: number }>(askedToday, [tx.charityId]);
    if (!today || today.asked >= mostNominationsPerDay) return refuse('enoughToday');
    const curatorId = caller.kind === 'curator' ? caller.curatorId : undefined;
    const nominatedBy = await this.nominations.keep(tx, { ...nominee, curatorId });
    const letter = curatorId ? 'batonPassed' : 'nominated';
    await this.mail.queue(tx, { nominationId, letter, cause: 'asked' });
    const data = { nominationId, nominatedBy };
    await appendFacts(tx, newFact(nominationAsked, { subject: nominationId, revision: 1, data }));
    await noteInAudit(tx, { by: caller, action: 'nomination.asked', about: nominationId });
    return accept({ next: 'weAskThem' as const });
  }
}
