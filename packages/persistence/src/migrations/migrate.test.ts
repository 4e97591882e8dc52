import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../database/database.js';
import { LampShop1700000000000, red } from '../rehearsal/lamp-shop.js';
import { type RehearsalDatabase, rehearsalDatabase } from '../rehearsal/rehearsal-database.js';
import { migrate } from './migrate.js';

describe('migrating a service', () => {
  const migrations = [LampShop1700000000000];
  let parts: RehearsalDatabase;

  beforeAll(async () => {
    parts = await rehearsalDatabase('lamp-post', migrations);
  });
  afterAll(() => parts.drop());

  it('does nothing the second time', async () => {
    const again = await migrate({
      adminUrl: parts.adminUrl,
      service: 'lamp-post',
      migrations,
      password: 'rehearsal',
    });
    expect(again).toEqual({ url: parts.url, applied: [] });
  });

  it('is done once where several processes start at once', async () => {
    const options = {
      adminUrl: parts.adminUrl,
      service: 'lamp-bulb',
      migrations,
      password: 'it’s/a:p@ss word%',
    };
    const results = await Promise.all(Array.from({ length: 4 }, () => migrate(options)));
    expect(results.flatMap(({ applied }) => applied)).toEqual(['LampShop1700000000000']);
    const database = await Database.open({ url: results[0]?.url ?? '', applicationName: 'test' });
    await database.ping();
    await database.close();
  });

  it('gives each service a role that cannot look into another’s schema, nor make or alter anything', async () => {
    await migrate({ adminUrl: parts.adminUrl, service: 'lamp-shade', migrations, password: 'rehearsal' });
    const database = await Database.open({ url: parts.url, applicationName: 'test' });
    const tried = (sql: string) => database.inCharity(red, (tx) => tx.query(sql));
    await expect(tried('SELECT * FROM lamp_shade.lamp')).rejects.toThrow(
      'permission denied for schema lamp_shade',
    );
    for (const sql of [
      'CREATE TABLE lamp_post.extra ()',
      'CREATE TABLE public.extra ()',
      'ALTER TABLE lamp DISABLE ROW LEVEL SECURITY',
      'DROP POLICY of_charity ON lamp',
      'TRUNCATE lamp',
      'SELECT * FROM migration',
      'SET ROLE baton_lamp_shade',
      "CREATE OR REPLACE FUNCTION baton.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'",
    ])
      await expect(tried(sql)).rejects.toThrow(/permission denied|must be owner/);
    await database.close();
  });

  it('leaves a clock that tests have shifted as it is', async () => {
    await parts.asAdmin(
      `CREATE OR REPLACE FUNCTION baton.now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT '-infinity'::timestamptz $$`,
    );
    await migrate({ adminUrl: parts.adminUrl, service: 'lamp-post', migrations, password: 'rehearsal' });
    expect(await parts.asAdmin(`SELECT baton.now() = '-infinity' AS shifted`)).toEqual([{ shifted: true }]);
  });
});
