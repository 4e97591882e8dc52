import type { Tx } from '@baton/persistence';
import { accountTakesPosts } from '../account/account-takes-posts.js';
import { freeFrom } from '../charity-posts/free-from.js';
import { takeoversAhead } from '../charity-posts/takeovers-ahead.js';
import { holdSwitchStill } from '../kill-switch/read-switch.js';
import { whatGoes } from '../kill-switch/what-goes.js';
import type { PostRow } from '../posts/post-row.js';
import { type LeasedLane, renewLease, returnLane } from './claim-lanes.js';
import { decideAllowance } from './decide-allowance.js';
import { type LaneOutlook, nextWaitingPost, type WaitingPost } from './next-due-post.js';
import { recordUnknown } from './record-unknown.js';
import { waitForAllowance } from './wait-for-allowance.js';
import { limitsOf } from './x-limits.js';

/**
 * The post a leased lane has to deal with now. Without one the lane is returned, to be looked at again
 * when its next post is due; while X wants to be left alone or what it allows
 * is used up, after that; while the switch is on or the
 * charity suspended, when that is over; while its account has to be connected again, once that is done.
 */
export async function takeNextPost(
  tx: Tx,
  lane: LeasedLane,
  config: { readonly leaseMs: number; readonly reconcileForMs: number },
): Promise<WaitingPost | undefined> {
  const seen = await holdSwitchStill(tx);
  const lease = await renewLease(tx, lane, config.leaseMs);
  if (!lease) return undefined;
  await giveUpBrokenAttempts(tx, lane, config.reconcileForMs);
  if (lease.restingUntil) {
    await returnLane(tx, lane, lease.restingUntil);
    return undefined;
  }
  const what = whatGoes(seen);
  const goes = what !== 'nothing' && (await accountTakesPosts(tx, lane.accountId));
  const outlook: LaneOutlook = {
    now: seen.now,
    allowance: decideAllowance(await limitsOf(tx, lane.accountId), seen.now),
    onlyOwn: what === 'own',
    ownFrom: freeFrom(await takeoversAhead(tx), seen.now),
  };
  const next = goes ? await nextWaitingPost(tx, lane.accountId, outlook) : undefined;
  if (next?.is_due) return next;
  if (goes) await waitForAllowance(tx, lane.accountId, outlook);
  await returnLane(tx, lane, next?.may_go_at ?? null);
  return undefined;
}

/**
 * Whoever holds the lease calls X for one post at a time and not now. So a post that is still being
 * attempted was left by a process that died or lost its lease: between writing the attempt down and
 * writing its outcome down nobody can tell whether X was called.
 */
async function giveUpBrokenAttempts(tx: Tx, lane: LeasedLane, reconcileForMs: number): Promise<void> {
  const broken = await tx.query<PostRow>(
    `SELECT * FROM post WHERE account_id = $1 AND state = 'attempting' ORDER BY sequence FOR UPDATE`,
    [lane.accountId],
  );
  for (const row of broken) await recordUnknown(tx, row, reconcileForMs);
}
