import { accept, type checkPost, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { longestPost, weightedLength } from '../checks/weighted-length.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { checkSettings } from './check-settings.js';
import { lookAtDrafts } from './read-submit-situation.js';

/** What the checks would say of a text that is still being written. Keeps nothing. */
@Injectable()
export class CheckPost implements Handles<typeof checkPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, text, mediaIds, poll }: InputOf<typeof checkPost>,
    call: CallContext,
  ): Promise<ResultOf<typeof checkPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const { policy } = await policyInForce(tx);
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      const settings = await checkSettings(tx, policy);
      const looked = await lookAtDrafts(tx, this.vault, curatorId, [{ text, mediaIds, poll }], settings);
      const weight = weightedLength(text);
      return accept({
        weightedLength: weight,
        remaining: longestPost - weight,
        findings: looked.findings.flat(),
      });
    });
  }
}
