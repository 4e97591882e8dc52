import { isDeepStrictEqual } from 'node:util';
import { accept, type InputOf, type listPolicyVersions, Policy, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type PolicyInForce, policyVersions, presentPolicy } from './policy-in-force.js';

/** How the charity’s policy became what it is: newest first, and what each version changed. */
@Injectable()
export class ListPolicyVersions implements Handles<typeof listPolicyVersions> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof listPolicyVersions>): Promise<ResultOf<typeof listPolicyVersions>> {
    return this.database.inCharity(charityId, async (tx) => {
      const versions = await policyVersions(tx);
      return accept({
        versions: versions.map((version, index) => ({
          ...presentPolicy(version),
          changed: whatChanged(versions[index + 1], version),
        })),
      });
    });
  }
}

function whatChanged(before: PolicyInForce | undefined, { policy }: PolicyInForce) {
  if (!before) return [];
  return Policy.keyof().options.filter((rule) => !isDeepStrictEqual(before.policy[rule], policy[rule]));
}
