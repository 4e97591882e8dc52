import { Database, type WorkerTx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { moveDueTakeovers } from './move-due-takeovers.js';

/** One transaction moves at most so many: few enough to be short, enough for ten thousand in ten rounds. */
const batchSize = 1_000;
const longestPauseMs = 1_000;
const pauseWhileAnotherMovesMs = 20;
const nextLook = 'handover clock: next look';

/**
 * Opens and closes takeovers when their time comes.
 *
 * Invariants
 * - What is due stands in the table and is judged by the database's clock. This class only chooses when to
 *   look, so looking late, twice, or in several replicas at once never changes what happens, only when.
 * - A process looks once at a time. It looks again when the next takeover it saw is due, and after a
 *   second at the latest: one booked through another replica is then no more than a second late.
 * - Nothing is remembered between looks. A process that dies in one loses a transaction that had not
 *   happened, and the next look of any replica makes it happen.
 */
@Injectable()
@RunsInBackground()
export class HandoverClock implements Worker {
  private running = false;
  private lastLook: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly schedule: SchedulerRegistry,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = true;
    void this.look();
  }

  /** Resolves when no look is under way and none will follow. */
  async stop(): Promise<void> {
    this.running = false;
    this.forgetNextLook();
    await this.lastLook;
  }

  /** Looks now, after the look under way if there is one. Resolves when what was due has been moved. */
  look(): Promise<void> {
    this.lastLook = this.lastLook.then(() => this.moveWhatIsDue());
    return this.lastLook;
  }

  private async moveWhatIsDue(): Promise<void> {
    let pauseMs = longestPauseMs;
    try {
      let look: Look;
      do {
        look = await this.database.asWorker(lookOnce);
      } while (look.moved === batchSize);
      pauseMs = pauseBefore(look.untilNextDueMs);
    } catch (error) {
      this.log.fault('handover clock', error);
    }
    this.lookAgainIn(pauseMs);
  }

  private lookAgainIn(pauseMs: number): void {
    this.forgetNextLook();
    if (!this.running) return;
    this.schedule.addTimeout(
      nextLook,
      setTimeout(() => void this.look(), pauseMs),
    );
  }

  private forgetNextLook(): void {
    if (this.schedule.doesExist('timeout', nextLook)) this.schedule.deleteTimeout(nextLook);
  }
}

/** Nothing ahead is null; what is overdue after a look is being moved by another replica at this moment. */
export function pauseBefore(untilNextDueMs: number | null): number {
  if (untilNextDueMs === null) return longestPauseMs;
  if (untilNextDueMs <= 0) return pauseWhileAnotherMovesMs;
  return Math.min(Math.ceil(untilNextDueMs), longestPauseMs);
}

interface Look {
  readonly moved: number;
  readonly untilNextDueMs: number | null;
}

async function lookOnce(tx: WorkerTx): Promise<Look> {
  const moved = await moveDueTakeovers(tx, batchSize);
  const [next] = await tx.query<{ ms: number | null }>(
    'SELECT (extract(epoch FROM min(due_at) - baton.now()) * 1000)::float8 AS ms FROM takeover',
  );
  return { moved, untilNextDueMs: next?.ms ?? null };
}
