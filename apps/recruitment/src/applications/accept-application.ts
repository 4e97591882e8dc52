import {
  accept,
  type acceptApplication,
  applicationAccepted,
  type CuratorId,
  type InputOf,
  isGone,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { type Application, findApplication } from './application-row.js';
import { countDecision, moveApplication, nextRevision } from './move-application.js';

/** So long after the yes, whoever has not begun is told that their place is kept. */
const notBegunAfterDays = 7;

/** A manager says yes: the applicant becomes a curator, once, however many managers press the button. */
@Injectable()
export class AcceptApplication implements Handles<typeof acceptApplication> {
  constructor(
    private readonly database: Database,
    private readonly mail: QueueMail,
  ) {}

  async handle(
    { charityId, applicationId }: InputOf<typeof acceptApplication>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof acceptApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findApplication(tx, applicationId, 'FOR UPDATE');
      if (!application) return refuse('notFound');
      if (isOver(application)) return refuse('alreadyDecided');
      if (application.curatorId)
        return accept({ applicationId, curatorId: application.curatorId, state: application.state });
      const curatorId = newId<CuratorId>();
      await tx.query('UPDATE application SET curator_id = $3 WHERE charity_id = $1 AND application_id = $2', [
        charityId,
        applicationId,
        curatorId,
      ]);
      await moveApplication(tx, { ...application, curatorId }, 'accepted', { by: caller });
      await countDecision(tx, applicationId);
      await this.mail.queue(tx, {
        applicationId,
        letter: 'applicationAccepted',
        cause: `accepted ${curatorId}`,
      });
      await this.mail.queue(tx, {
        applicationId,
        letter: 'notBegunYet',
        cause: `accepted ${curatorId}`,
        dueInSeconds: notBegunAfterDays * 86_400,
      });
      const data = { applicationId, curatorId, penName: application.penName };
      await appendFacts(
        tx,
        newFact(applicationAccepted, {
          subject: applicationId,
          revision: await nextRevision(tx, applicationId),
          data,
        }),
      );
      const details = { decision: 'accepted' };
      await noteInAudit(tx, { by: caller, action: 'application.decided', about: applicationId, details });
      return accept({ applicationId, curatorId, state: 'accepted' as const });
    });
  }
}

const isOver = ({ state }: Application): boolean => state === 'declined' || isGone(state);
