import {
  accept,
  decisionMailedAfterSeconds,
  type InputOf,
  type ResultOf,
  refuse,
  type takeBackDecision,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { databaseNow } from '../clock/database-now.js';
import { Addresses } from '../identity/addresses.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { type Application, findApplication } from './application-row.js';
import { countDecision, moveApplication } from './move-application.js';

/** What is taken back in the last moments could not be kept from being mailed: it is being written then. */
const takenBackForMs = (decisionMailedAfterSeconds - 10) * 1000;

/** A manager pressed the wrong button, or thought better of it: the mail does not go, and it is screened again. */
@Injectable()
export class TakeBackDecision implements Handles<typeof takeBackDecision> {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly mail: QueueMail,
  ) {}

  async handle(
    { charityId, applicationId }: InputOf<typeof takeBackDecision>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof takeBackDecision>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findApplication(tx, applicationId, 'FOR UPDATE');
      if (!application) return refuse('notFound');
      if (application.state === 'screening') return accept({ applicationId, state: 'screening' as const });
      if (!wasToldNo(application)) return refuse('nothingDecided');
      const saidAgoMs = (await databaseNow(tx)).getTime() - application.stateSince.getTime();
      if (saidAgoMs > takenBackForMs || !(await this.addresses.reclaim(tx, applicationId)))
        return refuse('tooLate');
      await moveApplication(tx, application, 'screening', { by: caller });
      await countDecision(tx, applicationId);
      await tx.query('UPDATE application SET ended_at = NULL WHERE charity_id = $1 AND application_id = $2', [
        charityId,
        applicationId,
      ]);
      await this.mail.drop(tx, applicationId, ['applicationDeclined', 'applicationPutOff']);
      const details = { decision: 'takenBack' };
      await noteInAudit(tx, { by: caller, action: 'application.decided', about: applicationId, details });
      return accept({ applicationId, state: 'screening' as const });
    });
  }
}

/** A curator who asked for a rest themself was told nothing that could be taken back. */
const wasToldNo = ({ state, curatorId }: Application): boolean =>
  curatorId === null && (state === 'declined' || state === 'later');
