import { Database, type WorkerTx } from '@baton/persistence';
import { lookForTakeovers, takeDueTimer } from '@baton/scheduling';
import { fillAhead, prepareTemplate } from './fill-ahead.js';

interface Asked {
  readonly sizes: readonly number[];
  /** Of each clock, in each database. */
  readonly looks: number;
  readonly say: (what: string) => void;
}

export interface Measured {
  /** So many takeovers are ahead, and as many timers. */
  readonly ahead: number;
  /** The mean of one look that finds nothing, transaction and all. */
  readonly handoverMs: number;
  readonly timerMs: number;
}

const warmUpLooks = 50;

interface Clocked {
  readonly ahead: number;
  readonly database: Database;
  handoverMs: number;
  timerMs: number;
}

/**
 * Every database is looked at in turn, so that whatever else the machine does in between slows all of them alike.
 */
export async function measureIdleTicks(adminUrl: string, { sizes, looks, say }: Asked): Promise<Measured[]> {
  await prepareTemplate(adminUrl);
  const clocked: Clocked[] = [];
  try {
    for (const ahead of sizes) {
      say(`${ahead.toLocaleString('en')} takeovers and timers ahead`);
      const url = await fillAhead(adminUrl, ahead);
      const database = await Database.open({ url, applicationName: 'idle ticks', poolSize: 1 });
      clocked.push({ ahead, database, handoverMs: 0, timerMs: 0 });
    }
    say(`${looks} looks of each clock in each`);
    for (let look = -warmUpLooks; look < looks; look += 1)
      for (const one of clocked) await lookAround(one, look < 0 ? 0 : 1 / looks);
    return clocked.map(({ ahead, handoverMs, timerMs }) => ({ ahead, handoverMs, timerMs }));
  } finally {
    for (const { database } of clocked) await database.close();
  }
}

async function lookAround(one: Clocked, weight: number): Promise<void> {
  one.handoverMs += weight * (await idleLook(one.database, lookForTakeovers));
  one.timerMs += weight * (await idleLook(one.database, takeDueTimer));
}

async function idleLook(database: Database, look: (tx: WorkerTx) => Promise<object>): Promise<number> {
  const beganAt = performance.now();
  const seen = (await database.asWorker(look)) as { untilNextDueMs?: number | null };
  const tookMs = performance.now() - beganAt;
  if (!seen.untilNextDueMs || seen.untilNextDueMs < 0) throw new Error('that was no idle look');
  return tookMs;
}
