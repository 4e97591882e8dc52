import { type CharityId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { EraseForGood } from './erase-for-good.js';

const minuteMs = 60_000;

/** Erases the charities whose days to think again are over, by the database's clock. Looked for every minute. */
@Injectable()
@RunsInBackground()
export class EraseDueCharities implements Worker {
  private running = false;
  private timer: NodeJS.Timeout | undefined;
  private lastRound: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly erasing: EraseForGood,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = true;
    this.timer = setInterval(() => void this.eraseDue(), minuteMs);
    void this.eraseDue();
  }

  /** Resolves when the charity at hand is done. */
  async stop(): Promise<void> {
    this.running = false;
    clearInterval(this.timer);
    await this.lastRound;
  }

  /** Resolves when every charity that was due has been tried; one that fails is due again. */
  eraseDue(): Promise<void> {
    this.lastRound = this.lastRound.then(() => this.round()).catch((error) => this.report(error));
    return this.lastRound;
  }

  private async round(): Promise<void> {
    const due = await this.database.asWorker((tx) =>
      tx.query<{ charity_id: CharityId; now: Date }>(
        'SELECT charity_id, baton.now() AS now FROM charity_standing WHERE erase_at <= baton.now()',
      ),
    );
    for (const { charity_id, now } of due) {
      if (!this.running) return;
      const isDue = ({ eraseAt }: { eraseAt: Date | null }) => eraseAt !== null && eraseAt <= now;
      await this.erasing.erase(charity_id, 'api-gateway', isDue).catch((error) => this.report(error));
    }
  }

  private report(error: unknown): void {
    this.log.fault('erase due charities', error);
  }
}
