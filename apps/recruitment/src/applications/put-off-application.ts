import {
  accept,
  decisionMailedAfterSeconds,
  type InputOf,
  type putOffApplication,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { chosenWords } from '../decisions/kind-words.js';
import { lookAgainOn } from '../decisions/look-again-on.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { findApplication } from './application-row.js';
import { countDecision, moveApplication } from './move-application.js';

/** A manager says: not now. Saying it twice sends one mail, ten minutes later. The application stays where it is. */
@Injectable()
export class PutOffApplication implements Handles<typeof putOffApplication> {
  constructor(
    private readonly database: Database,
    private readonly mail: QueueMail,
  ) {}

  async handle(
    { charityId, applicationId, reason, until, ...said }: InputOf<typeof putOffApplication>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof putOffApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findApplication(tx, applicationId, 'FOR UPDATE');
      if (!application) return refuse('notFound');
      if (application.state === 'later') return accept({ applicationId, state: 'later' as const });
      if (application.state !== 'applied' && application.state !== 'screening')
        return refuse('alreadyDecided');
      const since = application.stateSince.toISOString();
      await moveApplication(tx, application, 'later', { by: caller, reason });
      if (until && !(await lookAgainOn(tx, applicationId, until))) return refuse('dateNotPossible');
      await countDecision(tx, applicationId);
      await this.mail.queue(tx, {
        applicationId,
        letter: 'applicationPutOff',
        cause: `put off after ${since}`,
        fields: { words: chosenWords('putOff', said) },
        dueInSeconds: decisionMailedAfterSeconds,
      });
      const details = { decision: 'later', reason };
      await noteInAudit(tx, { by: caller, action: 'application.decided', about: applicationId, details });
      return accept({ applicationId, state: 'later' as const });
    });
  }
}
