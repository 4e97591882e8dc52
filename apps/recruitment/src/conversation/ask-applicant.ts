import {
  accept,
  applicantAsked,
  type askApplicant,
  type InputOf,
  isGone,
  questionMailedAfterSeconds,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { moveApplication, nextRevision } from '../applications/move-application.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { memberOf } from '../notes/member-of.js';
import { Conversation } from './conversation.js';
import { causeOf } from './still-asked.js';

/** The team writes to somebody; whoever was not looked at before is being screened now. It is mailed a minute later. */
@Injectable()
export class AskApplicant implements Handles<typeof askApplicant> {
  constructor(
    private readonly database: Database,
    private readonly conversation: Conversation,
    private readonly mail: QueueMail,
  ) {}

  async handle(
    { charityId, applicationId, messageId, text }: InputOf<typeof askApplicant>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof askApplicant>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findApplication(tx, applicationId, 'FOR UPDATE');
      if (!application || isGone(application.state)) return refuse('notFound');
      const question = { messageId, text, by: memberOf(caller) };
      const kept = await this.conversation.ask(tx, applicationId, question);
      if (kept === 'other') return refuse('idReused');
      if (kept === 'again') return accept({ messageId });
      const isNew = await this.mail.queue(tx, {
        applicationId,
        letter: 'question',
        cause: causeOf(messageId),
        fields: { words: text },
        dueInSeconds: questionMailedAfterSeconds,
      });
      // It was taken back, and comes once more by a detour: what was taken back stays so.
      if (!isNew) return refuse('idReused');
      if (application.state === 'applied')
        await moveApplication(tx, application, 'screening', { by: caller });
      const revision = await nextRevision(tx, applicationId);
      const data = { applicationId, messageId };
      await appendFacts(tx, newFact(applicantAsked, { subject: applicationId, revision, data }));
      await noteInAudit(tx, { by: caller, action: 'application.asked', about: applicationId });
      return accept({ messageId });
    });
  }
}
