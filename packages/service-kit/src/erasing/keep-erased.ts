import type { CharityId } from '@baton/contracts';
import { Database, eraseCharity } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Log } from '../log/log.js';
import { RunsInBackground, type Worker } from '../run/workers.js';

const hourMs = 60 * 60 * 1000;

/**
 * Erases again, at start and every hour, what has come of erased charities since: facts that had still to go out when
 * their charity was erased, and rows of a transaction that was open in that moment.
 */
@Injectable()
@RunsInBackground()
export class KeepErased implements Worker {
  private running = false;
  private timer: NodeJS.Timeout | undefined;
  private lastRound: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Log) private readonly log: Log,
  ) {}

  start(): void {
    this.running = true;
    this.timer = setInterval(() => void this.eraseAgain(), hourMs);
    void this.eraseAgain();
  }

  /** Resolves when the charity at hand is done. */
  async stop(): Promise<void> {
    this.running = false;
    clearInterval(this.timer);
    await this.lastRound;
  }

  /** Resolves when every erased charity has been looked at. */
  eraseAgain(): Promise<void> {
    this.lastRound = this.lastRound
      .then(() => this.round())
      .catch((error) => this.log.fault('keep erased', error));
    return this.lastRound;
  }

  private async round(): Promise<void> {
    const erased = await this.database.asWorker((tx) =>
      tx.query<{ charity_id: CharityId }>('SELECT charity_id FROM erased_charity ORDER BY erased_at DESC'),
    );
    for (const { charity_id } of erased) {
      if (!this.running) return;
      await this.database.inCharity(charity_id, eraseCharity);
    }
  }
}
