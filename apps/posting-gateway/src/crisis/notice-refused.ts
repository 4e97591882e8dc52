import { checkDraft } from '@baton/checks';
import type { CuratorId, SignpostingResource } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { RefusedWords } from '../drafts/keep-refused-words.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { checkSettings } from '../posts/check-settings.js';
import { crisisIn, helpFor } from './help-for.js';
import { openFollowUp } from './open-follow-up.js';

/**
 * Somebody meant to say it, so a person sees to them, whatever it was refused for; their words stay in their drafts, where
 * nobody else reads them. Answers where to find help.
 */
export async function noticeRefused(
  tx: Tx,
  curatorId: CuratorId,
  { takeoverId, postId, content }: RefusedWords,
): Promise<SignpostingResource[]> {
  const { policy } = await policyInForce(tx);
  const settings = await checkSettings(tx, policy);
  const findings = content.posts.flatMap(({ text, poll }) =>
    checkDraft({ text, poll: poll?.options ?? [], pictures: [] }, settings),
  );
  const severity = crisisIn(findings);
  if (severity) {
    await openFollowUp(tx, { of: postId, postId: null, takeoverId, curatorId, edition: 0, severity });
  }
  return helpFor(tx, findings);
}
