import { accept, type InputOf, type publishAgreement } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { publishVersion } from './publish-version.js';

@Injectable()
export class PublishAgreement implements Handles<typeof publishAgreement> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, text }: InputOf<typeof publishAgreement>, { caller }: CallContext) {
    return this.database.inCharity(charityId, async (tx) => {
      const { version, hash } = await publishVersion(tx, text);
      await noteInAudit(tx, { by: caller, action: 'agreement.published', details: { version, hash } });
      return accept({ version, text, hash });
    });
  }
}
