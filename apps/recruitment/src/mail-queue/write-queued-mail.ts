import type { ApplicationId } from '@baton/contracts';
import type { MailToSend } from '@baton/mail';
import { type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type CharityHere, findCharity } from '../charity/charity-row.js';
import { PUBLIC_ORIGIN } from '../config.js';
import { consentsTo } from '../consent/consent-records.js';
import { chooseWords } from '../letters/choose-words.js';
import { ownWordsOf } from '../letters/own-words.js';
import { AddressMail } from './address-mail.js';
import { type Addressee, FindAddressee } from './find-addressee.js';
import { isLetterName, type LetterContext, type LetterKind, letters } from './letters.js';
import { keyOf } from './queue-mail.js';
import { findQueuedMail, type OpenedMail, type QueuedMail } from './queued-mail.js';
import { threadBefore } from './thread-before.js';

/** Turns a row of the queue into a mail, if its reason still stands and there is still somebody to write to. */
@Injectable()
export class WriteQueuedMail {
  constructor(
    private readonly vault: Vault,
    private readonly addressees: FindAddressee,
    private readonly addressing: AddressMail,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  /** Undefined where it is not to be sent: its reason or its addressee is gone, or nobody is at their address. */
  async write(tx: Tx, mailId: string): Promise<MailToSend | undefined> {
    const queued = await findQueuedMail(tx, mailId);
    if (!queued) return undefined;
    if (!isLetterName(queued.letter)) throw new Error('a queued mail cannot be written');
    const kind: LetterKind = letters[queued.letter];
    const mail = { ...queued, fields: await this.fieldsOf(tx, queued) };
    if (!(await mayGo(tx, mail, kind))) return undefined;
    const addressee = await this.addressees.find(tx, queued);
    if (!addressee || (addressee.unreachable && !kind.provesAnAddress)) return undefined;
    return this.put(tx, mail, kind, addressee);
  }

  private async put(tx: Tx, queued: OpenedMail, kind: LetterKind, addressee: Addressee): Promise<MailToSend> {
    const { language, own } = chooseWords(
      kind.letter,
      await ownWordsOf(tx, queued.letter),
      addressee.language,
    );
    const unsubscribe =
      kind.letter.kind === 'extra'
        ? this.publicOrigin + (await this.addressing.unsubscribePath(tx, queued.mailId))
        : undefined;
    const context: LetterContext = {
      charity: await charityOf(tx),
      penName: addressee.penName,
      publicOrigin: this.publicOrigin,
      language,
      fields: { ...queued.fields, ...(await kind.looksUp?.(tx, queued)), ...addressee.fields },
      discreet: addressee.discreet ?? false,
      unproved: addressee.unproved ?? true,
      ...(unsubscribe ? { unsubscribe } : {}),
    };
    const envelope = await this.addressing.address(tx, queued, addressee, kind);
    return {
      to: addressee.to,
      id: queued.mailId,
      follows: await threadBefore(tx, queued.mailId, queued),
      ...kind.write(context, own),
      ...envelope,
      ...(unsubscribe ? { unsubscribe } : {}),
    };
  }

  private async fieldsOf(tx: Tx, queued: QueuedMail): Promise<LetterContext['fields']> {
    const { addresseeKind, addresseeId, fieldsSealed } = queued;
    if (!fieldsSealed) return {};
    return JSON.parse(await this.vault.open(tx, keyOf(addresseeKind, addresseeId), 'letter', fieldsSealed));
  }
}

/** Its reason stands; and what nobody's part needs goes only to who consents to such mails at this moment. */
async function mayGo(tx: Tx, queued: OpenedMail, { stands, letter }: LetterKind): Promise<boolean> {
  if (!(await stands(tx, queued))) return false;
  if (letter.kind === 'part') return true;
  const { addresseeKind, addresseeId } = queued;
  return addresseeKind === 'application' && consentsTo(tx, addresseeId as ApplicationId, 'contact');
}

/** Throws where the charity's registration has not been heard yet: the mail waits for it. */
async function charityOf(tx: Tx): Promise<CharityHere> {
  const charity = await findCharity(tx);
  if (!charity) throw new Error('a mail of a charity that is not known here yet');
  return charity;
}
