import type { MailToSend } from '@baton/mail';
import { type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_ORIGIN } from '../config.js';
import { FindAddressee } from './find-addressee.js';
import { isLetterName, type LetterContext, letters } from './letters.js';
import { keyOf } from './queue-mail.js';
import { findQueuedMail, type QueuedMail } from './queued-mail.js';
import { threadBefore } from './thread-before.js';

/** Turns a row of the queue into a mail, if its reason still stands and there is still somebody to write to. */
@Injectable()
export class WriteQueuedMail {
  constructor(
    private readonly vault: Vault,
    private readonly addressees: FindAddressee,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  /** Undefined where it is not to be sent: its reason or its addressee is gone. */
  async write(tx: Tx, mailId: string): Promise<MailToSend | undefined> {
    const queued = await findQueuedMail(tx, mailId);
    if (!queued) return undefined;
    if (!isLetterName(queued.letter)) throw new Error('a queued mail cannot be written');
    const letter = letters[queued.letter];
    const mail = { ...queued, fields: await this.fieldsOf(tx, queued) };
    if (letter.stands && !(await letter.stands(tx, mail))) return undefined;
    const addressee = await this.addressees.find(tx, queued);
    if (!addressee) return undefined;
    const { to, penName, language } = addressee;
    const fields = { ...mail.fields, ...(await letter.looksUp?.(tx, mail)), ...addressee.fields };
    const charity = await charityOf(tx);
    const context = { charity, penName, publicOrigin: this.publicOrigin, language, fields };
    return { to, follows: await threadBefore(tx, mailId, queued), ...letter.write(context) };
  }

  private async fieldsOf(tx: Tx, queued: QueuedMail): Promise<LetterContext['fields']> {
    const { addresseeKind, addresseeId, fieldsSealed } = queued;
    if (!fieldsSealed) return {};
    return JSON.parse(await this.vault.open(tx, keyOf(addresseeKind, addresseeId), 'letter', fieldsSealed));
  }
}

/** Throws where the charity's registration has not been heard yet: the mail waits for it. */
async function charityOf(tx: Tx): Promise<LetterContext['charity']> {
  const [charity] = await tx.query<LetterContext['charity']>(
    'SELECT name, slug, zone FROM charity WHERE charity_id = $1',
    [tx.charityId],
  );
  if (!charity) throw new Error('a mail of a charity that is not known here yet');
  return charity;
}
