import { accept, type InputOf, type requestOwnLink } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../identity/addresses.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { takeTurns } from '../turns/take-turns.js';
import { mostLinksADay } from './own-links.js';

const writeDown = `
  INSERT INTO own_link_request (charity_id, request_id, email_fingerprint)
  SELECT $1, $2, $3
   WHERE (SELECT count(*) FROM own_link_request
           WHERE charity_id = $1 AND email_fingerprint = $3 AND asked_at > baton.now() - interval '1 day') < $4
  RETURNING request_id`;

/** Does the same for every address and answers the same. Whether anybody has it is found out when the mail is written. */
@Injectable()
export class RequestOwnLink implements Handles<typeof requestOwnLink> {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly mail: QueueMail,
  ) {}

  async handle({ charityId, email }: InputOf<typeof requestOwnLink>) {
    const address = await this.addresses.fingerprint(charityId, email);
    const ownLinkId = newId();
    await this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx, `own link ${address.toString('hex')}`);
      const written = await tx.query(writeDown, [charityId, ownLinkId, address, mostLinksADay]);
      if (written.length > 0) await this.mail.queue(tx, { ownLinkId, letter: 'ownLink', cause: 'asked' });
    });
    return accept({ next: 'checkYourMail' as const });
  }
}
