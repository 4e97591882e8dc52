import { accept, type InputOf, type previewPolicy, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { changedPolicy } from './changed-policy.js';
import { checkTemplates } from './check-templates.js';
import { concernsAbout } from './concerns-about.js';
import { explainRules } from './explain-rules.js';
import { policyInForce } from './policy-in-force.js';
import { originOf } from './presets.js';
import { tryOnPastPosts } from './try-on-past-posts.js';

/** Tries a policy on the charity’s past posts. Keeps nothing. */
@Injectable()
export class PreviewPolicy implements Handles<typeof previewPolicy> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle({ charityId, ...change }: InputOf<typeof previewPolicy>): Promise<ResultOf<typeof previewPolicy>> {
    return this.database.inCharity(charityId, async (tx) => {
      const { policy: before } = await policyInForce(tx);
      const policy = changedPolicy(before, change);
      const problems = checkTemplates(policy);
      if (problems.length > 0) return refuse('badWords', { details: { problems } });
      const tried = await tryOnPastPosts(tx, this.vault, { before, after: policy });
      return accept({
        ...{ policy, preset: originOf(policy), explained: explainRules(policy) },
        ...{ ...tried, concerns: concernsAbout(policy, tried.after).map(({ words }) => words) },
      });
    });
  }
}
