import { randomInt } from 'node:crypto';
import { CharityId, refuse } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LampShop1700000000000 } from '../rehearsal/lamp-shop.js';
import { type RehearsalDatabase, rehearsalDatabase } from '../rehearsal/rehearsal-database.js';
import { seededRandom } from '../rehearsal/seeded-random.js';
import { Database } from './database.js';
import type { Tx } from './tx.js';

/** The promise’s own number with `T2_TRANSACTIONS=100000 npm test -- pooled`; so many in every run. */
const transactions = Number(process.env['T2_TRANSACTIONS'] ?? 10_000);
const charities = Array.from({ length: 20 }, (_, at) =>
  CharityId.parse(`6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f1${String(at).padStart(3, '0')}`),
);

describe('pooled connections', () => {
  let parts: RehearsalDatabase;
  let database: Database;

  beforeAll(async () => {
    parts = await rehearsalDatabase('pooled-lamps', [LampShop1700000000000]);
    database = await Database.open({ url: parts.url, applicationName: 'test', poolSize: 2 });
  });
  afterAll(async () => {
    await database.close();
    await parts.drop();
  });

  const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
  it(
    `T2: carry no charity from one transaction into the next (${transactions} on a pool of 2, SEED=${seed})`,
    async () => {
      const random = seededRandom(seed);
      const kept = new Map<CharityId, number>(charities.map((charity) => [charity, 0]));
      const foreign: unknown[] = [];
      let lampId = 0;

      const abort = (tx: Tx, how: number): Promise<unknown> =>
        [
          async () => refuse('tooDark'),
          async () => Promise.reject(new Error('a fault')),
          () => tx.query('SELECT 1 / 0'),
          () => tx.query('SELECT 1 / 0').catch(() => 'swallowed'),
          () => tx.query('SELECT pg_terminate_backend(pg_backend_pid())'),
        ][how]?.() ?? Promise.resolve('kept');

      const runOne = async (): Promise<void> => {
        const charity = charities[random(charities.length)] as CharityId;
        const fate = random(50);
        lampId += 1;
        const mine = lampId;
        const outcome = await database
          .inCharity(charity, async (tx) => {
            const rows = await tx.query<{ charity_id: string }>(
              'SELECT charity_id FROM lamp ORDER BY lamp_id DESC LIMIT 50',
            );
            foreign.push(...rows.filter((row) => row.charity_id !== charity));
            await tx.query("INSERT INTO lamp VALUES ($1, $2, 'white')", [charity, mine]);
            return abort(tx, fate);
          })
          .catch(() => 'failed');
        if (outcome === 'kept') kept.set(charity, (kept.get(charity) ?? 0) + 1);
      };
      const lanes = Array.from({ length: 8 }, async () => {
        for (let at = 0; at < transactions / 8; at += 1) await runOne();
      });
      await Promise.all(lanes);

      expect(foreign).toEqual([]);
      const rows = await parts.asAdmin<{ charity_id: CharityId; n: number }>(
        'SELECT charity_id, count(*)::int AS n FROM pooled_lamps.lamp GROUP BY charity_id',
      );
      expect(new Map(rows.map((row) => [row.charity_id, row.n]))).toEqual(kept);
      expect([...kept.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(transactions / 2);
    },
    60_000 + 5 * transactions,
  );

  it('T2: hold no setting between transactions', async () => {
    for (let at = 0; at < 10; at += 1) {
      // Outside a transaction there is no way through `Database`, so this looks under it.
      const left = await database['source'].query(
        `SELECT current_setting('baton.charity_id', true) AS charity, current_setting('baton.worker', true) AS worker,
                (SELECT count(*)::int FROM lamp) AS lamps`,
      );
      expect(left).toEqual([{ charity: '', worker: '', lamps: 0 }]);
    }
  });
});
