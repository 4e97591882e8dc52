import { accept, type InputOf, type viewMailSender } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { mailSenderOf } from './mail-sender.js';

@Injectable()
export class ViewMailSender implements Handles<typeof viewMailSender> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewMailSender>) {
    return accept(await this.database.inCharity(charityId, mailSenderOf));
  }
}
