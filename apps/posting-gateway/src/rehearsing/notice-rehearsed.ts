import type { CuratorId, Finding } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { crisisIn } from '../crisis/help-for.js';
import { openFollowUp } from '../crisis/open-follow-up.js';
import type { RehearsalRow } from './rehearsal-row.js';

/**
 * Somebody wrote it, where nobody sees it or not: a person sees to them as after a real post. The words stay in the rehearsal,
 * which nobody else can read. `findings`: of each post, in order.
 */
export async function noticeRehearsed(
  tx: Tx,
  curatorId: CuratorId,
  posts: readonly Pick<RehearsalRow, 'post_id'>[],
  findings: readonly (readonly Finding[])[],
): Promise<void> {
  for (const [index, { post_id: of }] of posts.entries()) {
    const severity = crisisIn(findings[index] ?? []);
    if (!severity) continue;
    await openFollowUp(tx, { of, curatorId, severity, postId: null, takeoverId: null, edition: 0 });
  }
}
