import type { CharityId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { databaseNow } from '../clock/database-now.js';
import { Rounds } from '../clock/rounds.js';
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
  private readonly rounds: Rounds<{ readonly charityId: CharityId }>;

  constructor(database: Database, log: Log, rules: ZoneRules) {
    const round = {
      find: () => database.asWorker((tx) => tx.query<{ charityId: CharityId }>(charitiesBehind, [rules.law])),
      catchUp: async (tx: Tx) => deriveAnew(tx, { now: await databaseNow(tx), rules }),
    };
    this.rounds = new Rounds('keep zone law', round, database, log);
  }

  start(): void {
    this.rounds.start();
  }

  stop(): Promise<void> {
    return this.rounds.stop();
  }

  /** Resolves when every charity that was behind has been tried. */
  @Interval(hourMs)
  deriveAll(): Promise<void> {
    return this.rounds.go();
  }
}

const charitiesBehind = 'SELECT charity_id AS "charityId" FROM zone_law WHERE law < $1 ORDER BY charity_id';
