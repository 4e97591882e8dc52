import { CharityId, ShiftId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { ShiftNotes } from './shift-notes.js';

const roundMs = 60_000;
const due = `
  SELECT charity_id AS "charityId", shift_id AS "shiftId" FROM on_call_shift
   WHERE has_note AND ends_at <= (SELECT baton.now()) ORDER BY ends_at LIMIT 500`;

/**
 * By the minute, what was handed over with shifts that are over. Nobody could read it any more; from here on nobody ever can. Each
 * in a transaction of its own, so that one which fails is no obstacle to the others.
 */
@Injectable()
@RunsInBackground()
export class EraseShiftNotes implements Worker {
  private timer: NodeJS.Timeout | undefined;
  private lastRound: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly notes: ShiftNotes,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.eraseNow(), roundMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.lastRound;
  }

  /** Resolves when everything that is over by now has been tried. */
  eraseNow(): Promise<void> {
    this.lastRound = this.lastRound.then(() => this.round()).catch((error: unknown) => this.report(error));
    return this.lastRound;
  }

  private async round(): Promise<void> {
    const over = await this.database.asWorker((tx) =>
      tx.query<{ charityId: string; shiftId: string }>(due, []),
    );
    for (const { charityId, shiftId } of over)
      await this.database
        .inCharity(CharityId.parse(charityId), (tx) => this.notes.erase(tx, ShiftId.parse(shiftId)))
        .catch((error: unknown) => this.report(error));
  }

  private report(error: unknown): void {
    this.log.fault('notes of shifts', error);
  }
}
