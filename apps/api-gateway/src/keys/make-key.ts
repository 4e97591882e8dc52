import { accept, type InputOf, type makeKey, type ResultOf, refuse, tenancyAudited } from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { ApiKeys, apiKeyToken } from './api-keys.js';

@Injectable()
export class MakeKey implements Handles<typeof makeKey> {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeys,
  ) {}

  async handle(
    { charityId, keyId, name, scopes, days }: InputOf<typeof makeKey>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof makeKey>> {
    if (caller.kind !== 'staff') return refuse('forbidden');
    const { token: key, hash } = apiKeyToken.make(charityId);
    return this.database.inCharity(charityId, async (tx) => {
      const made = await this.keys.make(tx, { keyId, name, scopes, days, madeBy: caller.memberId, hash });
      if (made === 'known') return refuse('madeAlready');
      if (made === 'tooMany') return refuse('tooManyKeys');
      const note = { by: caller, action: 'key.made', about: keyId, at: made.madeAt } as const;
      await appendFacts(tx, newAuditFact(tenancyAudited, { ...note, details: { scopes: scopes.join() } }));
      return accept({ keyId, name, scopes, expiresAt: made.expiresAt?.toISOString() ?? null, key });
    });
  }
}
