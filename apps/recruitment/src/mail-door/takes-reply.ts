import type { ApplicationId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { QueueMail } from '../mail-queue/queue-mail.js';

/** An answer that somebody mailed. */
export interface MailedReply {
  /** The mail of ours that they answered. */
  readonly toMailId: string;
  /** What their mail program calls theirs; the same for the same mail, and may be empty. */
  readonly messageId: string;
  readonly text: string;
}

/** Where answers that come in by mail go. The same answer may come twice. */
export abstract class TakesReply {
  abstract take(tx: Tx, applicationId: ApplicationId, reply: MailedReply): Promise<void>;
}

/** Where nobody reads answers: whoever wrote one is told so, once for each mail of ours, and need not wait. */
@Injectable()
export class ReplyNotRead extends TakesReply {
  constructor(private readonly mail: QueueMail) {
    super();
  }

  take(tx: Tx, applicationId: ApplicationId, { toMailId }: MailedReply): Promise<void> {
    return this.mail.queue(tx, { applicationId, letter: 'replyNotRead', cause: `reply ${toMailId}` });
  }
}
