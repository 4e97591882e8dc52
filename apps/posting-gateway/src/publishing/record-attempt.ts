import type { PriceList } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { attemptOwnPost } from '../charity-posts/attempt-own-post.js';
import { stopPostsOfWithdrawn } from '../consent/stop-posts-of-withdrawn.js';
import { wishOfWithdrawn } from '../consent/withdrawn-curators.js';
import { isAffordable, waitForBudget } from '../costs/wait-for-budget.js';
import { holdSwitchStill, type SwitchRow } from '../kill-switch/read-switch.js';
import { holdForSwitch } from '../posts/hold-posts.js';
import { missWindow } from '../posts/miss-window.js';
import { lockPost, type PostRow } from '../posts/post-row.js';
import { nextOpeningAfter } from '../takeovers/next-opening.js';
import { requireTakeover, type Takeover } from '../takeovers/read-takeover.js';
import { takeBackCover } from '../takeovers/take-back-cover.js';
import { type LeasedLane, renewLease } from './claim-lanes.js';
import { decideAttempt } from './decide-attempt.js';
import { lastMomentOf } from './last-moment.js';
import { type AttemptRecord, writeAttempt } from './write-attempt.js';

/**
 * The last transaction before the call. The row of the switch and of the charity’s standing is locked while it looks, so
 * whoever throws, suspends or withdraws either comes first and nothing goes, or comes after and finds the attempt
 * written down.
 */
export async function recordAttempt(
  tx: Tx,
  lane: LeasedLane,
  planned: PostRow,
  { leaseMs, prices }: { readonly leaseMs: number; readonly prices: PriceList },
): Promise<AttemptRecord> {
  const seen = await holdSwitchStill(tx);
  if (!(await renewLease(tx, lane, leaseMs))) return { go: false };
  const window = planned.takeover_id && (await requireTakeover(tx, planned.takeover_id));
  const row = await lockPost(tx, planned.post_id);
  if (row?.state !== 'queued' || row.attempt !== planned.attempt) return { go: false };
  if (row.account_id !== lane.accountId || row.edition !== planned.edition) return { go: false };
  return window ? attemptWithin(tx, row, window, { ...seen, prices }) : attemptOwnPost(tx, row, seen);
}

async function attemptWithin(
  tx: Tx,
  row: PostRow,
  window: Takeover,
  { mode: switchMode, standing, now, prices }: SwitchRow & { readonly prices: PriceList },
): Promise<AttemptRecord> {
  const { kind, approved } = row;
  const hasWithdrawn = (await wishOfWithdrawn(tx, window.curatorId)) !== undefined;
  const resting = window.restingSince !== null;
  const edges = { window, nextOpensAt: kind === 'signOff' ? await nextOpeningAfter(tx, window) : null };
  switch (decideAttempt({ now, kind, hasWithdrawn, approved, ...edges, resting, switchMode, standing })) {
    case 'attempt': {
      if (!(await isAffordable(tx, prices, row))) {
        await waitForBudget(tx, row);
        return { go: false };
      }
      const attempt = await writeAttempt(tx, row);
      return { go: true, attempt, untilEndMs: lastMomentOf(kind, edges).getTime() - now.getTime() };
    }
    case 'hold':
      await holdForSwitch(tx, [row]);
      return { go: false };
    case 'missWindow':
      await missWindow(tx, [row]);
      return { go: false };
    case 'takeBackCover':
      await takeBackCover(tx, row);
      return { go: false };
    case 'withdraw':
      await stopPostsOfWithdrawn(tx, window.curatorId);
      return { go: false };
    case 'waitForOpening':
      await tx.query('UPDATE post SET due_at = $2 WHERE post_id = $1', [row.post_id, window.opensAt]);
      return { go: false };
    case 'waitForRelease':
    case 'waitForAuthor':
      return { go: false };
  }
}
