import type { Poll } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Log } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { isAffordable, waitForBudget } from '../costs/wait-for-budget.js';
import { lockPost } from '../posts/post-row.js';
import { openPoll, openText } from '../posts/post-text.js';
import { claimLanes, endLeasesSoon, type LeasedLane, leaveLane, nextLaneReadyInMs } from './claim-lanes.js';
import { Lanes } from './lanes.js';
import type { WaitingPost } from './next-due-post.js';
import { recordAttempt } from './record-attempt.js';
import { recordNotReady } from './record-not-ready.js';
import { type Attempted, type KnownOutcome, settleOutcome } from './settle-outcome.js';
import { takeNextPost } from './take-next-post.js';
import type { AttemptRecord } from './write-attempt.js';

/** A post that is due, with its text in memory for as long as it takes to send it. */
export interface DuePost {
  readonly row: WaitingPost;
  readonly text: string;
  readonly poll: Poll | null;
}

/** The transactions of publishing. The network is used between them, never inside. */
@Injectable()
export class PublishingRecords {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
    @Inject(Log) private readonly log: Log,
  ) {}

  /**
   * Takes up to `count` lanes that are ready, and tells in how many ms there may be another. Lanes whose serving failed
   * are held only a little longer.
   */
  claim(
    count: number,
    { failed, horizonMs }: { readonly failed: readonly LeasedLane[]; readonly horizonMs: number },
  ): Promise<{ readonly claimed: LeasedLane[]; readonly restMs: number }> {
    return this.database.asWorker(async (tx) => {
      if (failed.length > 0) await endLeasesSoon(tx, failed);
      const claimed = await claimLanes(tx, count, this.config.LANE_LEASE_MS);
      return { claimed, restMs: await nextLaneReadyInMs(tx, horizonMs) };
    });
  }

  /** What the lane has to deal with now. Nothing: the lane has been given back. */
  takeNext(lane: LeasedLane): Promise<DuePost | undefined> {
    const config = { leaseMs: this.config.LANE_LEASE_MS, reconcileForMs: this.config.RECONCILE_FOR_MS };
    return this.database.inCharity(lane.charityId, async (tx) => {
      for (;;) {
        const row = await takeNextPost(tx, lane, config);
        if (!row) return undefined;
        // Looked at again before the call; here so that no picture is given to X, for money, of a post that then waits.
        if (!(await isAffordable(tx, this.config.X_PRICES, row))) {
          await waitForBudget(tx, row);
          continue;
        }
        const words = await this.wordsOf(tx, row);
        if (words) return { row, ...words };
      }
    });
  }

  /** A text that does not open is set aside, so that the lane goes on with the next post. */
  private async wordsOf(tx: Tx, row: WaitingPost): Promise<Omit<DuePost, 'row'> | undefined> {
    try {
      return { text: await openText(this.vault, tx, row), poll: await openPoll(this.vault, tx, row) };
    } catch (error) {
      this.log.fault('open a text', error, { postId: row.post_id });
      const locked = await lockPost(tx, row.post_id);
      if (locked?.state === 'queued') await recordNotReady(tx, locked);
      return undefined;
    }
  }

  attempt(lane: LeasedLane, { row }: DuePost): Promise<AttemptRecord> {
    return this.database.inCharity(lane.charityId, (tx) =>
      recordAttempt(tx, lane, row, { leaseMs: this.config.LANE_LEASE_MS, prices: this.config.X_PRICES }),
    );
  }

  settle(charityId: LeasedLane['charityId'], of: Attempted, outcome: KnownOutcome): Promise<void> {
    const { RECONCILE_FOR_MS: reconcileForMs, X_PRICES: prices } = this.config;
    const on = { lanes: this.lanes, reconcileForMs, prices };
    return this.database.inCharity(charityId, (tx) => settleOutcome(tx, of, outcome, on));
  }

  leave(lane: LeasedLane): Promise<void> {
    return this.database.inCharity(lane.charityId, (tx) => leaveLane(tx, lane));
  }
}
