import { Policy } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { defaultPolicy } from './default-policy.js';

export interface PolicyInForce {
  readonly policy: Policy;
  readonly version: number;
}

/** The charity's newest policy. Before the charity is known here, what it is going to begin with. */
export async function policyInForce(tx: Tx): Promise<PolicyInForce> {
  const [newest] = await tx.query<{ policy: unknown; version: number }>(
    'SELECT policy, version FROM posting_policy WHERE charity_id = $1 ORDER BY version DESC LIMIT 1',
    [tx.charityId],
  );
  if (!newest) return { policy: defaultPolicy, version: 1 };
  return { policy: Policy.parse(newest.policy), version: newest.version };
}
