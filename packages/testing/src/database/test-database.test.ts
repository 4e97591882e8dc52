import { CharityId } from '@baton/contracts';
import type { Migration } from '@baton/persistence';
import { Database, tenantTable } from '@baton/persistence';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from './test-database.js';

const migrations: Migration[] = [
  class Lamps1700000000000 {
    name = 'Lamps1700000000000';
    async up(runner: Parameters<typeof tenantTable>[0]) {
      await runner.query(
        'CREATE TABLE lamp (charity_id uuid NOT NULL, colour text, PRIMARY KEY (charity_id))',
      );
      await tenantTable(runner, 'lamp');
    }
    async down() {}
  },
];
const charity = CharityId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0001');
const made: TestDatabase[] = [];
const newDatabase = async () => {
  const database = await testDatabase('scheduling', migrations);
  made.push(database);
  return database;
};
const opened = (url: string) => Database.open({ url, applicationName: 'test' });

describe('a test’s own database', () => {
  afterAll(() => Promise.all(made.map((database) => database.drop())));

  it('is migrated, and the service role works in its schema', async () => {
    const database = await opened((await newDatabase()).url);
    await database.inCharity(charity, (tx) => tx.query('INSERT INTO lamp VALUES ($1, $2)', [charity, 'red']));
    await database.close();
  });

  it('holds nothing of another test', async () => {
    const database = await opened((await newDatabase()).url);
    expect(await database.inCharity(charity, (tx) => tx.query('SELECT * FROM lamp'))).toEqual([]);
    await database.close();
  });

  it('has its own clock', async () => {
    const { url, shiftClock } = await newDatabase();
    const database = await opened(url);
    const aheadMs = () =>
      database.inCharity(charity, async (tx) => {
        const [row] = await tx.query<{ ms: number }>(
          'SELECT (extract(epoch FROM baton.now() - clock_timestamp()) * 1000)::float8 AS ms',
        );
        return row?.ms ?? Number.NaN;
      });
    expect(Math.abs(await aheadMs())).toBeLessThan(10);
    await shiftClock(3_600_000);
    expect(Math.abs((await aheadMs()) - 3_600_000)).toBeLessThan(10);
    await shiftClock(0);
    expect(Math.abs(await aheadMs())).toBeLessThan(10);
    await database.close();
  });
});
