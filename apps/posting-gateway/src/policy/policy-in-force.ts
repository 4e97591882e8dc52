import { type MemberId, type OutputOf, Policy, type viewPolicy } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { defaultPolicy } from './default-policy.js';
import { explainRules } from './explain-rules.js';
import { originOf } from './presets.js';

export interface PolicyInForce {
  readonly policy: Policy;
  readonly version: number;
  /** Both null where nobody has set one yet. */
  readonly setAt: Date | null;
  readonly setBy: MemberId | null;
}

/** Before the charity is known here: what it is going to begin with. */
export async function policyInForce(tx: Tx): Promise<PolicyInForce> {
  const [newest] = await policyVersions(tx, 1);
  return newest ?? { policy: defaultPolicy, version: 1, setAt: null, setBy: null };
}

/** The charity's policies, newest first. A rule that was not there yet when one was set is as charities begin today. */
export async function policyVersions(tx: Tx, limit = 1_000): Promise<PolicyInForce[]> {
  const versions = await tx.query<Omit<PolicyInForce, 'policy'> & { readonly policy: object }>(
    `SELECT policy, version, set_by AS "setBy", CASE WHEN set_by IS NOT NULL THEN set_at END AS "setAt"
       FROM posting_policy WHERE charity_id = $1 ORDER BY version DESC LIMIT $2`,
    [tx.charityId, limit],
  );
  return versions.map((kept) => ({ ...kept, policy: Policy.parse({ ...defaultPolicy, ...kept.policy }) }));
}

export const presentPolicy = ({
  policy,
  version,
  setAt,
  setBy,
}: PolicyInForce): OutputOf<typeof viewPolicy> => ({
  policy,
  version,
  preset: originOf(policy),
  explained: explainRules(policy),
  setAt: setAt?.toISOString() ?? null,
  setBy,
});
