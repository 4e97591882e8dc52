import { accept, type InputOf, type revokeKey, tenancyAudited } from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { ApiKeys } from './api-keys.js';

@Injectable()
export class RevokeKey implements Handles<typeof revokeKey> {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeys,
  ) {}

  handle({ charityId, keyId }: InputOf<typeof revokeKey>, { caller }: CallContext) {
    return this.database.inCharity(charityId, async (tx) => {
      const at = await this.keys.revoke(tx, keyId);
      const note = { by: caller, action: 'key.revoked', about: keyId } as const;
      if (at) await appendFacts(tx, newAuditFact(tenancyAudited, { ...note, at }));
      return accept({ revoked: true as const });
    });
  }
}
