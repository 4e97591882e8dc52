import {
  type ApplicationId,
  applicantAnswered,
  isGone,
  type MemberId,
  type Message,
  type MessageId,
  type OwnMessage,
  questionMailedAfterSeconds,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { nextRevision } from '../applications/move-application.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { databaseNow } from '../clock/database-now.js';
import { sealedFor } from '../identity/identity-vault.js';
import { asManyAsFit } from '../paging/as-many-as-fit.js';

export interface Answer {
  /** Made by whoever sends it: the same answer again is the same answer. */
  readonly messageId: MessageId;
  readonly text: string;
  /** Typed on a page, or as an answer to a mail. */
  readonly by: 'page' | 'mail';
}

/** `again`: it was there already. `other`: its id is that of another message. `tooOften`: enough for a day. */
export type Kept = 'kept' | 'again' | 'other' | 'tooOften' | 'gone';

/** Nobody has that much to say in a day; a program might. */
const mostAnswersADay = 30;

/** A part of a conversation, and before what to ask for the part before it. */
export interface Page<One> {
  readonly messages: One[];
  readonly earlier: string | null;
}

interface NewMessage {
  readonly messageId: MessageId;
  readonly text: string;
  readonly sender: 'team' | 'person';
  readonly writtenBy: MemberId | null;
  readonly via: 'page' | 'mail';
}

interface MessageRow extends Omit<Message, 'at' | 'readAt' | 'text'> {
  readonly at: Date;
  readonly readAt: Date | null;
  readonly sealed: Buffer;
}

const read = `
  SELECT message_id AS "messageId", sender AS "from", written_by AS by, via, written_at AS at, read_at AS "readAt",
         text_sealed AS sealed
    FROM application_message WHERE charity_id = $1 AND application_id = $2`;
const mostOnPage = 50;
const bytesOnPage = 100_000;
/** The newest first, before a message or from the end on. */
const readPage = `${read}
     AND ($3::uuid IS NULL OR (written_at, message_id) < (
           SELECT written_at, message_id FROM application_message
            WHERE charity_id = $1 AND application_id = $2 AND message_id = $3))
   ORDER BY written_at DESC, message_id DESC LIMIT ${mostOnPage + 1}`;
const write = `
  INSERT INTO application_message (charity_id, message_id, application_id, sender, written_by, via, text_sealed)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`;
const today = `
  SELECT count(*)::int AS answers FROM application_message
   WHERE charity_id = $1 AND application_id = $2 AND sender = 'person' AND written_at > baton.now() - interval '1 day'`;

/** What the team and a person write to each other: one conversation an application, sealed with its person and gone with them. */
@Injectable()
export class Conversation {
  constructor(private readonly vault: Vault) {}

  /** The team wrote; the application's row is locked. */
  ask(tx: Tx, id: ApplicationId, question: Pick<Answer, 'messageId' | 'text'> & { readonly by: MemberId }) {
    const { messageId, text, by: writtenBy } = question;
    return this.write(tx, id, { messageId, text, sender: 'team', writtenBy, via: 'page' });
  }

  /** The person wrote, on a page or by mail: kept once, told as a fact by its id, and the team's turn from now on. */
  async keepAnswer(tx: Tx, id: ApplicationId, { messageId, text, by: via }: Answer): Promise<Kept> {
    const application = await findApplication(tx, id, 'FOR UPDATE');
    if (!application || isGone(application.state)) return 'gone';
    const message = { messageId, text, sender: 'person', writtenBy: null, via } as const;
    const before = await this.known(tx, id, message);
    if (before) return before;
    const [known] = await tx.query<{ answers: number }>(today, [tx.charityId, id]);
    if ((known?.answers ?? 0) >= mostAnswersADay) return 'tooOften';
    const written = await this.write(tx, id, message);
    if (written !== 'kept') return written;
    const data = { applicationId: id, messageId };
    const revision = await nextRevision(tx, id);
    await appendFacts(tx, newFact(applicantAnswered, { subject: id, revision, data }));
    const { curatorId } = application;
    const actor = curatorId ? `curator ${curatorId}` : `applicant ${id}`;
    await noteInAudit(tx, { by: actor, action: 'application.answered', about: id, details: { by: via } });
    return 'kept';
  }

  /** One page, oldest first: the newest, or the one before a message. */
  async pageOf(tx: Tx, id: ApplicationId, before: string | undefined): Promise<Page<Message>> {
    const rows = await tx.query<MessageRow>(readPage, [tx.charityId, id, before ?? null]);
    const { shown, isAll } = await asManyAsFit(rows, (row) => this.opened(tx, id, row), {
      most: mostOnPage,
      bytes: bytesOnPage,
    });
    const earlier = isAll ? null : (shown.at(-1)?.messageId ?? null);
    return { messages: shown.toReversed(), earlier };
  }

  /** Without what the team may still take back. */
  async seenByPerson(tx: Tx, id: ApplicationId, before: string | undefined): Promise<Page<OwnMessage>> {
    const mailedBefore = (await databaseNow(tx)).getTime() - questionMailedAfterSeconds * 1000;
    const { messages, earlier } = await this.pageOf(tx, id, before);
    const seen = messages
      .filter(({ from, at }) => from === 'person' || Date.parse(at) <= mailedBefore)
      .map(({ messageId, from, at, text }) => ({ messageId, from, at, text }));
    return { messages: seen, earlier };
  }

  private async opened(tx: Tx, id: ApplicationId, row: MessageRow): Promise<Message> {
    const { sealed, at, readAt, ...rest } = row;
    const text = await this.vault.open(tx, sealedFor(id), 'message', sealed);
    return { ...rest, at: at.toISOString(), readAt: readAt?.toISOString() ?? null, text };
  }

  /** Whether a message is there already, or another under its id; undefined where there is none. */
  private async known(tx: Tx, id: ApplicationId, { messageId, text, sender }: NewMessage) {
    const [row] = await tx.query<MessageRow>(`${read} AND message_id = $3`, [tx.charityId, id, messageId]);
    if (!row) return undefined;
    const { text: before, from } = await this.opened(tx, id, row);
    return before === text && from === sender ? ('again' as const) : ('other' as const);
  }

  private async write(tx: Tx, id: ApplicationId, message: NewMessage): Promise<'kept' | 'again' | 'other'> {
    const { messageId, text, sender, writtenBy, via } = message;
    const sealed = await this.vault.seal(tx, sealedFor(id), 'message', text);
    const row = [tx.charityId, messageId, id, sender, writtenBy, via, sealed];
    if ((await tx.query(write, row)).length > 0) return 'kept';
    return (await this.known(tx, id, message)) ?? 'other';
  }
}
