import type { PriceList } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { stopPostsOfWithdrawn } from '../consent/stop-posts-of-withdrawn.js';
import { wishOfWithdrawn } from '../consent/withdrawn-curators.js';
import { isAffordable, waitForBudget } from '../costs/wait-for-budget.js';
import { holdSwitchStill } from '../kill-switch/read-switch.js';
import { holdPosts } from '../posts/hold-posts.js';
import { missWindow } from '../posts/miss-window.js';
import { lockPost, type PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { requireTakeover } from '../takeovers/read-takeover.js';
import { type LeasedLane, renewLease } from './claim-lanes.js';
import { decideAttempt, lastMomentOf } from './decide-attempt.js';

/** May the one call be made? If so the attempt has been written down, and the call is made once or never. */
export type AttemptRecord =
  | { readonly go: true; readonly attempt: number; readonly untilEndMs: number }
  | { readonly go: false };

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
  const { mode: switchMode, standing, now } = await holdSwitchStill(tx);
  if (!(await renewLease(tx, lane, leaseMs))) return { go: false };
  const window = await requireTakeover(tx, planned.takeover_id);
  const row = await lockPost(tx, planned.post_id);
  if (row?.state !== 'queued' || row.attempt !== planned.attempt) return { go: false };
  if (row.account_id !== lane.accountId || row.edition !== planned.edition) return { go: false };
  const { kind, approved } = row;
  const hasWithdrawn = (await wishOfWithdrawn(tx, window.curatorId)) !== undefined;
  const resting = window.restingSince !== null;
  switch (decideAttempt({ now, kind, hasWithdrawn, approved, window, resting, switchMode, standing })) {
    case 'attempt': {
      if (!(await isAffordable(tx, prices, row))) {
        await waitForBudget(tx, row);
        return { go: false };
      }
      const attempt = await writeAttempt(tx, row);
      const untilEndMs = lastMomentOf(kind, window).getTime() - now.getTime();
      return { go: true, attempt, untilEndMs: kind === 'signOff' ? Infinity : untilEndMs };
    }
    case 'hold':
      await holdPosts(tx, [row], 'Held: the team looks at every post just now.');
      return { go: false };
    case 'missWindow':
      await missWindow(tx, [row]);
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

async function writeAttempt(tx: Tx, row: PostRow): Promise<number> {
  const [written] = await tx.query<{ attempt: number }>(
    `UPDATE post SET state = 'attempting', attempt = attempt + 1, attempted_at = baton.now(), retry_at = NULL
      WHERE post_id = $1 RETURNING attempt`,
    [row.post_id],
  );
  if (!written) throw new Error('a locked post is gone');
  await tell(tx, [row.post_id], row.attempted_at === null ? 'Sending it to X.' : 'Sending it to X again.');
  return written.attempt;
}
