import { Database, type WorkerTx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { type Look, LooksWhenDue } from '../clock/looks-when-due.js';
import { moveDueTakeovers } from './move-due-takeovers.js';

/** One transaction moves at most so many: few enough to be short, enough for ten thousand in ten rounds. */
const batchSize = 1_000;

/**
 * Opens and closes takeovers when their time comes.
 *
 * Invariants
 * - What is due stands in the table and is judged by the database's clock. This class only chooses when to
 *   look, so looking late, twice, or in several replicas at once never changes what happens, only when.
 * - Nothing is remembered between looks. A process that dies in one loses a transaction that had not
 *   happened, and the next look of any replica makes it happen.
 */
@Injectable()
@RunsInBackground()
export class HandoverClock implements Worker {
  private readonly looks: LooksWhenDue;

  constructor(database: Database, schedule: SchedulerRegistry, log: Log) {
    this.looks = new LooksWhenDue('handover clock', () => database.asWorker(lookForTakeovers), schedule, log);
  }

  start(): void {
    this.looks.start();
  }

  stop(): Promise<void> {
    return this.looks.stop();
  }

  look(): Promise<void> {
    return this.looks.look();
  }
}

export async function lookForTakeovers(tx: WorkerTx): Promise<Look> {
  const moved = await moveDueTakeovers(tx, batchSize);
  const [next] = await tx.query<{ ms: number | null }>(
    'SELECT (extract(epoch FROM min(due_at) - baton.now()) * 1000)::float8 AS ms FROM takeover',
  );
  return { again: moved === batchSize, untilNextDueMs: next?.ms ?? null };
}
