import { longestPost, weightedLength } from '@baton/checks';
import type { CuratorId, checkRehearsalPost, OutputOf, PostContent } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { helpFor } from '../crisis/help-for.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { checkSettingsFor } from './check-settings.js';
import { lookAtDrafts } from './read-submit-situation.js';

/** What the checks say of what a curator is writing, whether for a takeover or a rehearsal. */
export async function checkWriting(
  tx: Tx,
  vault: Vault,
  curatorId: CuratorId,
  content: PostContent,
): Promise<OutputOf<typeof checkRehearsalPost>> {
  const { policy } = await policyInForce(tx);
  const settings = await checkSettingsFor(tx, vault, policy, curatorId);
  const looked = await lookAtDrafts(tx, vault, curatorId, [content], settings);
  const findings = looked.findings.flat();
  const weight = weightedLength(content.text);
  return {
    weightedLength: weight,
    remaining: longestPost - weight,
    findings,
    signposting: await helpFor(tx, findings),
  };
}
