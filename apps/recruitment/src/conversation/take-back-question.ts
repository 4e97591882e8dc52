import {
  accept,
  type InputOf,
  questionMailedAfterSeconds,
  type ResultOf,
  refuse,
  type takeBackQuestion,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { causeOf } from './still-asked.js';

/** What is taken back in the last moments could not be kept from being mailed: it is being written then. */
const takenBackForSeconds = questionMailedAfterSeconds - 10;

/** Somebody of the team thought better of a question: it is mailed to nobody, and gone. */
@Injectable()
export class TakeBackQuestion implements Handles<typeof takeBackQuestion> {
  constructor(
    private readonly database: Database,
    private readonly mail: QueueMail,
  ) {}

  async handle(
    { charityId, applicationId, messageId }: InputOf<typeof takeBackQuestion>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof takeBackQuestion>> {
    return this.database.inCharity(charityId, async (tx) => {
      if (!(await findApplication(tx, applicationId, 'FOR UPDATE'))) return refuse('notFound');
      const isRecent = await recency(tx, [charityId, applicationId, messageId]);
      if (isRecent === undefined) return accept({ messageId });
      if (!isRecent) return refuse('tooLate');
      await tx.query('DELETE FROM application_message WHERE charity_id = $1 AND message_id = $2', [
        charityId,
        messageId,
      ]);
      await this.mail.drop(tx, applicationId, ['question'], causeOf(messageId));
      const action = 'application.question-taken-back';
      await noteInAudit(tx, { by: caller, action, about: applicationId });
      return accept({ messageId });
    });
  }
}

/** Whether it was asked so little ago that it can be taken back; undefined where there is no such question. */
async function recency(tx: Tx, key: readonly string[]): Promise<boolean | undefined> {
  const [question] = await tx.query<{ recent: boolean }>(
    `SELECT written_at > baton.now() - make_interval(secs => $4) AS recent FROM application_message
      WHERE charity_id = $1 AND application_id = $2 AND message_id = $3 AND sender = 'team'`,
    [...key, takenBackForSeconds],
  );
  return question?.recent;
}
