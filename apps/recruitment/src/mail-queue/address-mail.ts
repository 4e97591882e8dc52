import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { MAIL_DOOR, type MailDoorSettings } from '../config.js';
import { MailTags } from '../mail-door/mail-tags.js';
import { mailSenderOf } from '../mail-wishes/mail-sender.js';
import { type Door, decideEnvelope, type Envelope } from './decide-envelope.js';
import type { Addressee } from './find-addressee.js';
import type { LetterKind } from './letters.js';
import type { QueuedMail } from './queued-mail.js';

/** Written before the mail goes: what comes back of it, however fast, can be told. Sent again it is the same mail. */
const rememberReturn = `
  INSERT INTO mail_return (charity_id, mail_id) VALUES ($1, $2)
  ON CONFLICT (charity_id, mail_id) DO UPDATE SET written_at = excluded.written_at`;

/** Puts the addresses on a mail: whom it is from, where an answer goes, and where it comes back to. */
@Injectable()
export class AddressMail {
  constructor(
    private readonly tags: MailTags,
    @Inject(MAIL_DOOR) private readonly door: MailDoorSettings,
  ) {}

  async address(
    tx: Tx,
    { mailId, addresseeKind }: QueuedMail,
    { openly = false }: Addressee,
    { takesReply, provesAnAddress }: LetterKind,
  ): Promise<Envelope> {
    const asked = { sender: await mailSenderOf(tx), openly, takesReply: takesReply ?? false };
    // Of a code nothing is remembered: whether one was sent would tell whether the address is known.
    if (addresseeKind === 'signIn') return decideEnvelope({ ...asked, door: undefined });
    await tx.query(rememberReturn, [tx.charityId, mailId]);
    const hasThread = addresseeKind === 'application' && !provesAnAddress;
    return decideEnvelope({ ...asked, door: await this.doorFor(tx, mailId, hasThread) });
  }

  /** `hasThread`: it is to somebody whom the team talks with; an answer of anybody else would be read by nobody. */
  private async doorFor({ charityId }: Tx, mailId: string, hasThread: boolean): Promise<Door | undefined> {
    const { port, domain } = this.door;
    if (port === undefined) return undefined;
    const at = async (use: 'bounce' | 'reply') =>
      `${await this.tags.localPart(use, { charityId, mailId })}@${domain}`;
    return { bounce: await at('bounce'), ...(hasThread ? { reply: await at('reply') } : {}) };
  }

  /** What its reader opens to get no more of these: the charity by id, which tells nobody its name, and a token. */
  async unsubscribePath({ charityId }: Tx, mailId: string): Promise<string> {
    return `/mail/unsubscribe?token=${charityId}_${await this.tags.unsubscribeToken({ charityId, mailId })}`;
  }
}
