import type { CharityId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { databaseNow } from '../clock/database-now.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { deriveAnew } from './derive-anew.js';

const hourMs = 60 * 60 * 1000;

/**
 * Looks at its start, and then every hour, for charities with slots derived by an older law than this process knows: a process
 * that was started by an update finds them all, and later what a replica not yet updated goes on adding. One charity a
 * transaction, so that one which fails is no obstacle to the others.
 */
@Injectable()
@RunsInBackground()
export class KeepZoneLaw implements Worker {
  private running = false;
  private lastRound: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly rules: ZoneRules,
  ) {}

  start(): void {
    this.running = true;
    void this.deriveAll();
  }

  /** Resolves when the charity being seen to is done. */
  async stop(): Promise<void> {
    this.running = false;
    await this.lastRound;
  }

  /** Resolves when every charity that was behind has been tried. */
  @Interval(hourMs)
  deriveAll(): Promise<void> {
    this.lastRound = this.lastRound.then(() => this.deriveThoseBehind());
    return this.lastRound;
  }

  private async deriveThoseBehind(): Promise<void> {
    const behind = await this.charitiesBehind().catch((error) => this.report(error));
    for (const { charityId } of behind ?? []) {
      if (!this.running) return;
      await this.database
        .inCharity(charityId, async (tx) => deriveAnew(tx, { now: await databaseNow(tx), rules: this.rules }))
        .catch((error) => this.report(error));
    }
  }

  private charitiesBehind(): Promise<{ charityId: CharityId }[]> {
    return this.database.asWorker((tx) =>
      tx.query(`SELECT charity_id AS "charityId" FROM zone_law WHERE law < $1 ORDER BY charity_id`, [
        this.rules.law,
      ]),
    );
  }

  private report(error: unknown): void {
    this.log.fault('keep zone law', error);
  }
}
