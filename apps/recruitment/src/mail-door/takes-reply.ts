import { type ApplicationId, longestMessage, MessageId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../calls/sha256.js';
import { Conversation } from '../conversation/conversation.js';
import { QueueMail } from '../mail-queue/queue-mail.js';

/** An answer that somebody mailed. */
export interface MailedReply {
  /** The mail of ours that they answered. */
  readonly toMailId: string;
  /** What their mail program calls theirs; the same for the same mail, and may be empty. */
  readonly messageId: string;
  readonly text: string;
  /** In which they are written to. */
  readonly language: string;
}

/**
 * An answer that came in by mail joins what the team and its writer say to each other; the same answer twice is one. Where it
 * cannot be kept, because somebody has written enough for a day, or not all of it, because it is too long, they are told so
 * once and lose nothing: their mail program has it.
 */
@Injectable()
export class TakesReply {
  constructor(
    private readonly conversation: Conversation,
    private readonly mail: QueueMail,
  ) {}

  async take(tx: Tx, applicationId: ApplicationId, reply: MailedReply): Promise<void> {
    const { toMailId, messageId, text } = reply;
    const id = idOf(`${toMailId} ${messageId || text}`);
    const answer = { messageId: id, text: cut(reply), by: 'mail' } as const;
    const kept = await this.conversation.keepAnswer(tx, applicationId, answer);
    if (kept === 'tooOften' || (kept === 'kept' && text.length > longestMessage))
      await this.mail.queue(tx, { applicationId, letter: 'replyNotRead', cause: `reply ${toMailId}` });
  }
}

/** As much of it as an answer on a page may have, and a note where there was more. */
function cut({ text, language }: MailedReply): string {
  if (text.length <= longestMessage) return text;
  const note = language === 'cy' ? noteInWelsh : noteInEnglish;
  return `${text.slice(0, longestMessage).toWellFormed().trimEnd()}\n\n${note}`;
}

const noteInEnglish =
  '[This mail was too long. The rest was not kept, and nobody has seen it. Please send it in parts.]';
const noteInWelsh =
  '[Roedd yr e-bost hwn yn rhy hir. Ni chadwyd y gweddill, ac nid oes neb wedi ei weld. Anfonwch ef mewn rhannau, os gwelwch yn dda.]';

/** The same for the same answer, however often it comes. */
function idOf(answer: string): MessageId {
  const digits = sha256(answer).slice(0, 32);
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
  ];
  return MessageId.parse([...parts, digits.slice(20)].join('-'));
}
