import { accept, type InputOf, refuse, type viewAgreement } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { agreementInForce } from './publish-version.js';

@Injectable()
export class ViewAgreement implements Handles<typeof viewAgreement> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewAgreement>) {
    const agreement = await this.database.inCharity(charityId, agreementInForce);
    return agreement ? accept(agreement) : refuse('notFound');
  }
}
