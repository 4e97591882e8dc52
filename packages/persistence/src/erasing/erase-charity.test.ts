import { CharityId, platformId } from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '../database/database.js';
import { isolationGaps } from '../isolation/isolation-gaps.js';
import { green, LampShop1700000000000, red } from '../rehearsal/lamp-shop.js';
import { type RehearsalDatabase, rehearsalDatabase } from '../rehearsal/rehearsal-database.js';
import { eraseCharity, erasedAmong } from './erase-charity.js';

let parts: RehearsalDatabase;
let database: Database;

beforeAll(async () => {
  parts = await rehearsalDatabase('erased-lamps', [LampShop1700000000000]);
  database = await Database.open({ url: parts.url, applicationName: 'test' });
});
afterAll(async () => {
  await database.close();
  await parts.drop();
});

beforeEach(async () => {
  for (const charity of [red, green])
    await database.inCharity(charity, async (tx) => {
      await tx.query(`INSERT INTO lamp VALUES ($1, 1, 'red') ON CONFLICT DO NOTHING`, [charity]);
      await tx.query('INSERT INTO chore VALUES ($1, 1) ON CONFLICT DO NOTHING', [charity]);
      await tx.query('INSERT INTO log VALUES ($1, 1) ON CONFLICT DO NOTHING', [charity]);
    });
});

const rowsOf = async (charity: CharityId): Promise<string> => {
  const [row] = await parts.asAdmin<{ rows: string }>(`
    SELECT (SELECT count(*) FROM erased_lamps.lamp WHERE charity_id = '${charity}')
        || ' ' || (SELECT count(*) FROM erased_lamps.chore WHERE charity_id = '${charity}')
        || ' ' || (SELECT count(*) FROM erased_lamps.log WHERE charity_id = '${charity}') AS rows`);
  return row?.rows ?? '';
};

describe('erasing a charity', () => {
  it('takes every row of it, of tables that are only added to as well, and no other charity’s', async () => {
    expect(await database.inCharity(red, eraseCharity)).toBe(3);
    expect(await rowsOf(red)).toBe('0 0 0');
    expect(await rowsOf(green)).toBe('1 1 1');
  });

  it('is remembered, and done again takes what has come since', async () => {
    await database.inCharity(red, eraseCharity);
    expect(await database.inCharity(red, eraseCharity)).toBe(0);
    const known = await database.asWorker((tx) => erasedAmong(tx, [red, green]));
    expect([...known]).toEqual([red]);
  });

  it('empties tables that were added later, whatever refers to what', async () => {
    await parts.asAdmin(`
      SET search_path = erased_lamps, baton;
      CREATE TABLE bulb (charity_id uuid, bulb_id int, lamp_id int, PRIMARY KEY (charity_id, bulb_id),
        FOREIGN KEY (charity_id, lamp_id) REFERENCES lamp (charity_id, lamp_id));
      CREATE TABLE a_spark (charity_id uuid, bulb_id int,
        FOREIGN KEY (charity_id, bulb_id) REFERENCES bulb (charity_id, bulb_id));
      INSERT INTO bulb VALUES ('${red}', 1, 1);
      INSERT INTO a_spark VALUES ('${red}', 1)`);
    expect(await database.inCharity(red, eraseCharity)).toBe(5);
    await parts.asAdmin('DROP TABLE erased_lamps.a_spark, erased_lamps.bulb');
  });

  it('is for a charity alone: not for the platform, and not for background work', async () => {
    await expect(database.inCharity(platformId, eraseCharity)).rejects.toThrow();
    await expect(database.asWorker((tx) => tx.query('SELECT erase_charity()'))).rejects.toThrow();
    expect(await rowsOf(green)).toBe('1 1 1');
  });

  it('leaves tombstones that the service cannot write, move or take away', async () => {
    await database.inCharity(red, eraseCharity);
    const attempts = [
      'DELETE FROM erased_charity',
      'UPDATE erased_charity SET erased_at = now()',
      `INSERT INTO erased_charity VALUES ('${green}')`,
    ];
    for (const attempt of attempts)
      await expect(database.asWorker((tx) => tx.query(attempt))).rejects.toThrow('permission denied');
  });

  it('is the one function of its kind that the isolation of charities knows of (T3)', async () => {
    expect(await isolationGaps(parts.adminUrl, ['erased_lamps'])).toEqual([]);
  });
});
