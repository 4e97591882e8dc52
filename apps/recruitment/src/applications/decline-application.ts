import {
  type ApplicationState,
  accept,
  applicationDeclined,
  decisionMailedAfterSeconds,
  type declineApplication,
  type InputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { chosenWords } from '../decisions/kind-words.js';
import { Addresses } from '../identity/addresses.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { findApplication } from './application-row.js';
import { countDecision, moveApplication, nextRevision } from './move-application.js';

/** A manager says no, kindly. Saying it twice sends one mail, ten minutes later. The person may apply again. */
@Injectable()
export class DeclineApplication implements Handles<typeof declineApplication> {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly mail: QueueMail,
  ) {}

  async handle(
    { charityId, applicationId, reason, ...said }: InputOf<typeof declineApplication>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof declineApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findApplication(tx, applicationId, 'FOR UPDATE');
      if (!application) return refuse('notFound');
      if (application.state === 'declined') return accept({ applicationId, state: 'declined' as const });
      if (application.curatorId || !mayBeDeclined.has(application.state)) return refuse('alreadyDecided');
      await moveApplication(tx, application, 'declined', { by: caller, reason });
      await tx.query(
        'UPDATE application SET ended_at = baton.now() WHERE charity_id = $1 AND application_id = $2',
        [charityId, applicationId],
      );
      await countDecision(tx, applicationId);
      const revision = await nextRevision(tx, applicationId);
      await this.addresses.release(tx, applicationId);
      await this.mail.queue(tx, {
        applicationId,
        letter: 'applicationDeclined',
        cause: `declined ${revision}`,
        dueInSeconds: decisionMailedAfterSeconds,
        fields: { words: chosenWords('decline', said) },
      });
      await appendFacts(
        tx,
        newFact(applicationDeclined, { subject: applicationId, revision, data: { applicationId } }),
      );
      const details = { decision: 'declined', reason };
      await noteInAudit(tx, { by: caller, action: 'application.decided', about: applicationId, details });
      return accept({ applicationId, state: 'declined' as const });
    });
  }
}

const mayBeDeclined: ReadonlySet<ApplicationState> = new Set(['applied', 'screening', 'later']);
