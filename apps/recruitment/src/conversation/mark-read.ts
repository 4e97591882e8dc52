import { accept, type InputOf, type markRead, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';

const mark = `
  UPDATE application_message SET read_at = baton.now()
   WHERE charity_id = $1 AND application_id = $2 AND sender = 'person' AND read_at IS NULL
     AND written_at <= (SELECT written_at FROM application_message
                         WHERE charity_id = $1 AND application_id = $2 AND message_id = $3)`;
const unread = `
  SELECT count(*)::int AS answers FROM application_message
   WHERE charity_id = $1 AND application_id = $2 AND sender = 'person' AND read_at IS NULL`;

/** The team has read what somebody wrote. What came in meanwhile stays unread. */
@Injectable()
export class MarkRead implements Handles<typeof markRead> {
  constructor(private readonly database: Database) {}

  async handle({
    charityId,
    applicationId,
    messageId,
  }: InputOf<typeof markRead>): Promise<ResultOf<typeof markRead>> {
    return this.database.inCharity(charityId, async (tx) => {
      if (!(await findApplication(tx, applicationId, 'FOR UPDATE'))) return refuse('notFound');
      await tx.query(mark, [charityId, applicationId, messageId]);
      const [left] = await tx.query<{ answers: number }>(unread, [charityId, applicationId]);
      return accept({ unreadAnswers: left?.answers ?? 0 });
    });
  }
}
