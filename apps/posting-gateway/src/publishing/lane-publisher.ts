import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { LeasedLane } from './claim-lanes.js';
import { Lanes } from './lanes.js';
import { PublishDuePosts } from './publish-due-posts.js';
import { PublishingRecords } from './publishing-records.js';
import { WithinReach } from './within-reach.js';

/** Accounts that this process publishes for at once. */
const slots = 32;
/** Longest sleep between two looks: what another replica has woken is found within it. */
const longestRestMs = 1_000;

/**
 * Keeps the lanes moving: claims as many as it has free slots, sleeps until the next one is ready. While nobody could reach
 * this process to stop it, it claims none, and another replica may.
 */
@Injectable()
@RunsInBackground()
export class LanePublisher implements Worker {
  private readonly serving = new Set<Promise<void>>();
  private readonly failed = new Set<LeasedLane>();
  private stopping = false;
  private readonly loop = new WorkLoop(
    () => this.round(),
    (error) => this.log.fault('claim lanes', error),
  );

  constructor(
    @Inject(PublishingRecords) private readonly records: PublishingRecords,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(PublishDuePosts) private readonly publishDuePosts: PublishDuePosts,
    @Inject(WithinReach) private readonly withinReach: WithinReach,
    @Inject(Log) private readonly log: Log,
  ) {}

  start(): void {
    this.lanes.onWake(() => this.loop.ring());
    this.loop.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.loop.stop();
    await Promise.all(this.serving);
  }

  private async round(): Promise<number> {
    const free = slots - this.serving.size;
    if (free === 0 || !(await this.withinReach.ofThoseWhoStop())) return longestRestMs;
    const failed = [...this.failed];
    const { claimed, restMs } = await this.records.claim(free, { failed, horizonMs: longestRestMs });
    for (const lane of failed) this.failed.delete(lane);
    for (const lane of claimed) this.serve(lane);
    return restMs;
  }

  private serve(lane: LeasedLane): void {
    const served = this.publishDuePosts
      .inLane(lane, () => this.stopping)
      .catch((error: unknown) => {
        this.log.fault('publish', error, { accountId: lane.accountId });
        this.failed.add(lane);
      })
      .finally(() => {
        this.serving.delete(served);
        this.loop.ring();
      });
    this.serving.add(served);
  }
}
