import { accept, type InputOf, type publishAgreement } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { publishVersion } from './publish-version.js';

@Injectable()
export class PublishAgreement implements Handles<typeof publishAgreement> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, text }: InputOf<typeof publishAgreement>) {
    return accept(await this.database.inCharity(charityId, (tx) => publishVersion(tx, text)));
  }
}
