import type { Tx } from '@baton/persistence';
import { defaultPolicy } from './default-policy.js';

/** Gives a charity its first policy, if it has none yet. */
export async function createDefaultPolicy(tx: Tx): Promise<void> {
  await tx.query(
    'INSERT INTO posting_policy (charity_id, version, policy) VALUES ($1, 1, $2) ON CONFLICT DO NOTHING',
    [tx.charityId, JSON.stringify(defaultPolicy)],
  );
}
