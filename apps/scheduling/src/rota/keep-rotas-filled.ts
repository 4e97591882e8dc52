import type { CharityId, RotaId } from '@baton/contracts';
import { Database, type Tx, type WorkerTx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { databaseNow } from '../clock/database-now.js';
import { Rounds } from '../clock/rounds.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { fillRota } from './fill-rota.js';
import { lastDayToFill } from './horizon.js';
import { findRota, ruleInForce } from './rotas.js';
import { planAlone } from './slots-ahead.js';

const hourMs = 60 * 60 * 1000;

interface RotaBehind {
  readonly charityId: CharityId;
  readonly rotaId: RotaId;
}

/**
 * Once a day every rota grows by a day, and its free slots are made what they should be. Looked for every hour, because a process
 * may be down at any one of them; a rota that is filled to today's horizon is left alone. One rota a transaction, so that one
 * which cannot be filled is no obstacle to the others.
 */
@Injectable()
@RunsInBackground()
export class KeepRotasFilled implements Worker {
  private readonly rounds: Rounds<RotaBehind>;

  constructor(database: Database, log: Log, rules: ZoneRules) {
    const round = {
      find: () => database.asWorker(rotasBehind),
      catchUp: (tx: Tx, { rotaId }: RotaBehind) => fillIfBehind(tx, rotaId, rules),
    };
    this.rounds = new Rounds('keep rotas filled', round, database, log);
  }

  start(): void {
    this.rounds.start();
  }

  stop(): Promise<void> {
    return this.rounds.stop();
  }

  /** Resolves when every rota that was behind has been tried. */
  @Interval(hourMs)
  fillAll(): Promise<void> {
    return this.rounds.go();
  }
}

async function rotasBehind(tx: WorkerTx): Promise<RotaBehind[]> {
  return tx.query<RotaBehind>(
    `SELECT charity_id AS "charityId", rota_id AS "rotaId" FROM rota
      WHERE filled_until < $1 ORDER BY filled_until`,
    [lastDayToFill(await databaseNow(tx))],
  );
}

/** Replicas wait for each other here, and then find it done. */
async function fillIfBehind(tx: Tx, rotaId: RotaId, rules: ZoneRules): Promise<void> {
  await planAlone(tx);
  const now = await databaseNow(tx);
  const behind = await tx.query(
    'SELECT FROM rota WHERE charity_id = $1 AND rota_id = $2 AND filled_until < $3',
    [tx.charityId, rotaId, lastDayToFill(now)],
  );
  const rota = behind.length === 1 ? await findRota(tx, rotaId) : undefined;
  if (rota) await fillRota(tx, ruleInForce(rota), { now, rules });
}
