import { CharityId } from '@baton/contracts';
import { Database, type WorkerTx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { type Look, LooksWhenDue } from '../clock/looks-when-due.js';
import { TimerHandlers } from './timer-handlers.js';

interface Due {
  readonly charityId: string;
  readonly kind: string;
  readonly subjectId: string;
}

/** The time is asked once, or an idle look would cost the more the more timers there are. */
const claim = `
  DELETE FROM timer WHERE (charity_id, kind, subject_id) = (
    SELECT charity_id, kind, subject_id FROM timer WHERE due_at <= (SELECT baton.now())
     ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", kind, subject_id AS "subjectId"`;
const nextDue = 'SELECT (extract(epoch FROM min(due_at) - baton.now()) * 1000)::float8 AS ms FROM timer';
/** A minute later, then two, at most an hour: what cannot be done now is not given up. */
const postpone = `
  UPDATE timer SET failures = failures + 1,
         due_at = baton.now() + make_interval(mins => least(60, 2 ^ least(failures, 6))::int)
   WHERE charity_id = $1 AND kind = $2 AND subject_id = $3`;

/**
 * Durable timers: what is due stands in the table, by the database's clock, and is done in the transaction that takes it out.
 * Any number of replicas; one timer a transaction, so that one which fails is no obstacle to the others.
 */
@Injectable()
@RunsInBackground()
export class TimerClock implements Worker {
  private readonly looks: LooksWhenDue;

  constructor(
    private readonly database: Database,
    private readonly handlers: TimerHandlers,
    schedule: SchedulerRegistry,
    private readonly log: Log,
  ) {
    this.looks = new LooksWhenDue('timer clock', () => this.doOne(), schedule, log);
  }

  start(): void {
    this.looks.start();
  }

  stop(): Promise<void> {
    return this.looks.stop();
  }

  /** Resolves when everything that was due has been done or postponed. */
  look(): Promise<void> {
    return this.looks.look();
  }

  private async doOne(): Promise<Look> {
    let due: Due | undefined;
    try {
      return await this.database.asWorker(async (tx) => {
        const taken = await takeDueTimer(tx);
        if ('untilNextDueMs' in taken) return { again: false, ...taken };
        due = taken;
        const charity = await tx.enterCharity(CharityId.parse(due.charityId));
        await this.handlers.of(due.kind).due(charity, due.subjectId, due.kind);
        return { again: true, untilNextDueMs: null };
      });
    } catch (error) {
      if (!due) throw error;
      await this.postpone(due, error);
      return { again: true, untilNextDueMs: null };
    }
  }

  private async postpone({ charityId, kind, subjectId }: Due, error: unknown): Promise<void> {
    this.log.fault(`timer ${kind}`, error, { charityId });
    await this.database.asWorker((tx) => tx.query(postpone, [charityId, kind, subjectId]));
  }
}

/** Takes out the timer that has been due longest; where none is due, says how long none will be. */
export async function takeDueTimer(tx: WorkerTx): Promise<Due | { readonly untilNextDueMs: number | null }> {
  const [due] = await tx.query<Due>(claim);
  if (due) return due;
  const [next] = await tx.query<{ ms: number | null }>(nextDue);
  return { untilNextDueMs: next?.ms ?? null };
}
