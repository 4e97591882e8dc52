import { Inject, Injectable } from '@nestjs/common';
import { AskX } from './ask-x.js';
import { startStopwatch } from './call-deadline.js';
import type { LeasedLane } from './claim-lanes.js';
import { CrashPoints } from './crash-points.js';
import { LookOnTimeline } from './look-on-timeline.js';
import { type DuePost, PublishingRecords } from './publishing-records.js';
import type { Attempted, KnownOutcome } from './settle-outcome.js';
import { WithinReach } from './within-reach.js';

/** After so many a lane goes to the end of the queue, so that a long one starves no other. */
export const postsPerTurn = 5;

/**
 * Publishes what is due in a leased lane, one post after another.
 *
 * Invariants
 * - X is called at most once for each attempt that was written down, within a second of that, and never
 *   for one that was not.
 * - An attempt whose outcome was not written down, by whatever accident, becomes *unknown* when its
 *   lease is over. A machine never makes a second attempt after it.
 * - No attempt is written down while whoever could stop it cannot reach this process.
 * - No transaction is open while the network is used.
 * - A fault anywhere leaves the lane leased: it stands still for the rest of the lease, then the next
 *   holder finds out what was left.
 */
@Injectable()
export class PublishDuePosts {
  constructor(
    @Inject(PublishingRecords) private readonly records: PublishingRecords,
    @Inject(AskX) private readonly x: AskX,
    @Inject(LookOnTimeline) private readonly timeline: LookOnTimeline,
    @Inject(WithinReach) private readonly withinReach: WithinReach,
    @Inject(CrashPoints) private readonly crash: CrashPoints,
  ) {}

  /**
   * Works until nothing is due, its turn is over, or until `stopping` or out of reach; then any process may go on at once.
   */
  async inLane(lane: LeasedLane, stopping: () => boolean): Promise<void> {
    for (let posts = 0; posts < postsPerTurn && !stopping(); posts += 1) {
      if (!(await this.withinReach.ofThoseWhoStop())) break;
      const due = await this.records.takeNext(lane);
      if (!due) return;
      await this.publish(lane, due);
    }
    await this.records.leave(lane);
  }

  private async publish(lane: LeasedLane, due: DuePost): Promise<void> {
    const { post_id: postId, attempt: attempts, maybe_out_since: maybeOutSince } = due.row;
    await this.crash.reach('claimed', lane.accountId);
    const settle = (phase: Attempted['phase'], attempt: number, outcome: KnownOutcome) =>
      this.records.settle(lane.charityId, { postId, attempt, phase }, outcome);

    const seen = maybeOutSince && (await this.timeline.onceMore(lane.charityId, postId));
    if (seen) return settle('preparing', attempts, seen);
    const preparation = await this.x.prepare(lane, due);
    if (!('ready' in preparation)) return settle('preparing', attempts, preparation);
    await this.crash.reach('prepared', lane.accountId);

    const elapsed = startStopwatch();
    if (!(await this.withinReach.ofThoseWhoStop())) return;
    const record = await this.records.attempt(lane, due);
    if (!record.go) return;
    await this.crash.reach('attemptRecorded', lane.accountId);
    const outcome = await this.x.publish(preparation.ready, {
      elapsedMs: elapsed(),
      untilEndMs: record.untilEndMs,
    });
    await this.crash.reach('answered', lane.accountId);
    await settle('calling', record.attempt, outcome);
    await this.crash.reach('outcomeRecorded', lane.accountId);
  }
}
