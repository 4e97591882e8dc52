import { inspect } from 'node:util';
import { accept, refuse } from '@baton/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { green, LampShop1700000000000, red } from '../rehearsal/lamp-shop.js';
import { type RehearsalDatabase, rehearsalDatabase } from '../rehearsal/rehearsal-database.js';
import { Database } from './database.js';
import { isViolationOf } from './database-error.js';
import type { Tx } from './tx.js';

let parts: RehearsalDatabase;
let database: Database;

const add = (tx: Tx, lampId: number, colour = 'white') =>
  tx.query('INSERT INTO lamp (charity_id, lamp_id, colour) VALUES ($1, $2, $3)', [
    tx.charityId,
    lampId,
    colour,
  ]);
const lampsOf = async (charity: typeof red) => {
  const rows = await database.inCharity(charity, (tx) =>
    tx.query<{ lamp_id: number }>('SELECT lamp_id FROM lamp ORDER BY lamp_id'),
  );
  return rows.map((row) => row.lamp_id);
};

beforeAll(async () => {
  parts = await rehearsalDatabase('lamp-shop', [LampShop1700000000000]);
  database = await Database.open({ url: parts.url, applicationName: 'test', poolSize: 4 });
});
afterAll(async () => {
  await database.close();
  await parts.drop();
});
afterEach(async () => {
  await parts.asAdmin('TRUNCATE lamp_shop.lamp, lamp_shop.chore, lamp_shop.log');
});

describe('a charity’s transaction', () => {
  it('sees and changes its own rows only', async () => {
    await database.inCharity(red, (tx) => add(tx, 1));
    await database.inCharity(green, (tx) => add(tx, 2));
    await database.inCharity(green, (tx) => tx.query("UPDATE lamp SET colour = 'black'"));
    await database.inCharity(green, (tx) => tx.query('DELETE FROM lamp'));
    expect([await lampsOf(red), await lampsOf(green)]).toEqual([[1], []]);
    const [lamp] = await database.inCharity(red, (tx) => tx.query('SELECT colour FROM lamp'));
    expect(lamp).toEqual({ colour: 'white' });
  });

  it('cannot write a row of another charity, nor move one there', async () => {
    const forge = database.inCharity(red, (tx) =>
      tx.query("INSERT INTO lamp VALUES ($1, 1, 'white')", [green]),
    );
    await expect(forge).rejects.toThrow(/row-level security/);
    await database.inCharity(red, (tx) => add(tx, 1));
    const move = database.inCharity(red, (tx) => tx.query('UPDATE lamp SET charity_id = $1', [green]));
    await expect(move).rejects.toThrow(/row-level security/);
  });

  it('keeps nothing when it is refused or throws', async () => {
    const refused = await database.inCharity(red, async (tx) => {
      await add(tx, 1);
      return refuse('tooDark');
    });
    const thrown = database.inCharity(red, async (tx) => {
      await add(tx, 2);
      throw new Error('a fault');
    });
    await expect(thrown).rejects.toThrow('a fault');
    expect(refused).toEqual(refuse('tooDark'));
    expect(await lampsOf(red)).toEqual([]);
  });

  it('cannot change what may only be added to', async () => {
    await database.inCharity(red, (tx) => tx.query('INSERT INTO log VALUES ($1, 1)', [red]));
    const rewrite = database.inCharity(red, (tx) => tx.query('UPDATE log SET line = 2'));
    await expect(rewrite).rejects.toThrow('permission denied for table log');
  });

  it('does not pretend success when a statement failed and the error was swallowed', async () => {
    const careless = database.inCharity(red, async (tx) => {
      await add(tx, 1);
      await add(tx, 1).catch(() => undefined);
      return accept('done');
    });
    await expect(careless).rejects.toThrow('none of it can be kept');
    expect(await lampsOf(red)).toEqual([]);
  });

  it('goes on after a savepoint that was given up', async () => {
    await database.inCharity(red, async (tx) => {
      await add(tx, 1);
      await tx.query('SAVEPOINT before');
      await add(tx, 1).catch(() => undefined);
      await tx.query('ROLLBACK TO before');
      await add(tx, 2);
    });
    expect(await lampsOf(red)).toEqual([1, 2]);
  });

  it('works on after the server ended its connection', async () => {
    const cut = database.inCharity(red, (tx) => tx.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(cut).rejects.toThrow();
    await database.inCharity(red, (tx) => add(tx, 1));
    expect(await lampsOf(red)).toEqual([1]);
  });
});

describe('after the commit', () => {
  it('callbacks run when the rows are there for everybody, in their order', async () => {
    const seen: unknown[] = [];
    await database.inCharity(red, async (tx) => {
      tx.afterCommit(() => seen.push('first'));
      tx.afterCommit(() => seen.push('second'));
      await add(tx, 1);
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['first', 'second']);
  });

  it('callbacks never run for work that was refused, threw or did not commit', async () => {
    const seen: string[] = [];
    await database.inCharity(red, async (tx) => {
      tx.afterCommit(() => seen.push('refused'));
      return refuse('tooDark');
    });
    const thrown = database.inCharity(red, async (tx) => {
      tx.afterCommit(() => seen.push('threw'));
      throw new Error('a fault');
    });
    await expect(thrown).rejects.toThrow();
    const uncommitted = database.inCharity(red, async (tx) => {
      tx.afterCommit(() => seen.push('did not commit'));
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(uncommitted).rejects.toThrow();
    expect(seen).toEqual([]);
  });

  it('callbacks of a try that was done again run once', async () => {
    const seen: number[] = [];
    let attempt = 0;
    await database.inCharity(red, async (tx) => {
      attempt += 1;
      const mine = attempt;
      tx.afterCommit(() => seen.push(mine));
      if (attempt < 3) await tx.query(`DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40001'; END $$`);
    });
    expect(seen).toEqual([3]);
  });

  it('callbacks run on a connection’s way back: they may begin a transaction themselves', async () => {
    const narrow = await Database.open({ url: parts.url, applicationName: 'test', poolSize: 1 });
    const later = Promise.withResolvers<unknown>();
    await narrow.inCharity(red, async (tx) => {
      await add(tx, 1);
      tx.afterCommit(() =>
        narrow
          .inCharity(red, (next) => next.query('SELECT lamp_id FROM lamp'))
          .then(later.resolve, later.reject),
      );
    });
    expect(await later.promise).toEqual([{ lamp_id: 1 }]);
    await narrow.close();
  });
});

describe('a deadlock or serialisation failure', () => {
  it.each(['40001', '40P01'])('%s is tried again, three times in all', async (code) => {
    let tries = 0;
    const always = database.inCharity(red, async (tx) => {
      tries += 1;
      await tx.query(`DO $$ BEGIN RAISE EXCEPTION SQLSTATE '${code}'; END $$`);
    });
    await expect(always).rejects.toMatchObject({ code });
    expect(tries).toBe(3);
  });

  it('of two real transactions is overcome: both happen', async () => {
    await database.inCharity(red, async (tx) => {
      await add(tx, 1);
      await add(tx, 2);
    });
    const met = Promise.withResolvers<void>();
    let waiting = 2;
    const brighten = (first: number, second: number) =>
      database.inCharity(red, async (tx) => {
        const up = 'UPDATE lamp SET watts = coalesce(watts, 0) + 1 WHERE charity_id = $1 AND lamp_id = $2';
        await tx.query(up, [red, first]);
        waiting -= 1;
        if (waiting <= 0) met.resolve();
        await met.promise;
        await tx.query(up, [red, second]);
      });
    await Promise.all([brighten(1, 2), brighten(2, 1)]);
    const watts = await database.inCharity(red, (tx) => tx.query('SELECT watts FROM lamp'));
    expect(watts).toEqual([{ watts: 2 }, { watts: 2 }]);
  });
});

describe('what is thrown', () => {
  const canary = 'canary@example.org';
  const errors: [string, (tx: Tx) => Promise<unknown>][] = [
    [
      'a violated constraint',
      (tx) => tx.query('INSERT INTO lamp VALUES ($1, 1, $2), ($1, 1, $2)', [red, canary]),
    ],
    ['a value of the wrong kind', (tx) => tx.query('SELECT $1::integer', [canary])],
    ['a missing value', (tx) => tx.query('INSERT INTO lamp VALUES ($1, 1, NULL, length($2))', [red, canary])],
    ['another charity’s row', (tx) => tx.query('INSERT INTO lamp VALUES ($1, 1, $2)', [green, canary])],
    ['TypeORM’s own error', (tx) => tx.manager.query('SELECT $1::integer', [canary])],
    ['a statement that is wrong', (tx) => tx.query('SELECT $1::text FROM lantern', [canary])],
  ];
  it.each(errors)('P2: tells %s without a value, inside and outside', async (_, fail) => {
    const inside: unknown[] = [];
    const outside = database.inCharity(red, (tx) =>
      fail(tx).catch((error: unknown) => {
        inside.push(error);
        throw error;
      }),
    );
    const error: unknown = await outside.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'DatabaseError', code: expect.stringMatching(/^\w{5}$/) });
    expect(`${inspect(error, { depth: 9 })}${JSON.stringify(error)}`).not.toContain(canary);
  });

  it('names the constraint, to match it inside the transaction and outside', async () => {
    let inside: unknown;
    const twice = database.inCharity(red, async (tx) => {
      await add(tx, 1);
      await add(tx, 1).catch((error: unknown) => {
        inside = error;
        throw error;
      });
    });
    const outside: unknown = await twice.catch((error: unknown) => error);
    expect([inside, outside].map((error) => isViolationOf(error, 'lamp_known'))).toEqual([true, true]);
    expect(isViolationOf(outside, 'lamp_bright')).toBe(false);
    expect(outside).toMatchObject({
      message: 'database 23505 constraint violated table lamp constraint lamp_known',
    });
  });
});

describe('background work', () => {
  beforeEach(async () => {
    for (const charity of [red, green]) {
      await database.inCharity(charity, async (tx) => {
        await add(tx, 1);
        await tx.query('INSERT INTO chore VALUES ($1, 1)', [charity]);
      });
    }
  });
  const count = (table: string) => `SELECT count(*)::int AS n FROM ${table}`;

  it('sees every charity’s rows of work tables, and none of any other table', async () => {
    await database.asWorker(async (tx) => {
      expect(await tx.query(count('chore'))).toEqual([{ n: 2 }]);
      expect(await tx.query(count('lamp'))).toEqual([{ n: 0 }]);
    });
  });

  it('sees one charity’s rows only, once it has entered it, in work tables as well', async () => {
    await database.asWorker(async (tx) => {
      const entered = await tx.enterCharity(green);
      expect(await entered.query(count('chore'))).toEqual([{ n: 1 }]);
      expect(await entered.query('SELECT charity_id FROM lamp')).toEqual([{ charity_id: green }]);
    });
  });

  it('has handles that each keep their view, whatever was entered since', async () => {
    await database.asWorker(async (tx) => {
      const first = await tx.enterCharity(red);
      const second = await tx.enterCharity(green);
      expect(await first.query('SELECT charity_id FROM lamp')).toEqual([{ charity_id: red }]);
      expect(await second.query('SELECT charity_id FROM lamp')).toEqual([{ charity_id: green }]);
      expect(await tx.query(count('chore'))).toEqual([{ n: 2 }]);
      expect(() => second.manager).toThrow('enter the charity again');
      expect(await (await tx.enterCharity(red)).manager.query('SELECT charity_id FROM lamp')).toEqual([
        { charity_id: red },
      ]);
    });
  });

  it('is one transaction over all the charities it enters', async () => {
    const failed = database.asWorker(async (tx) => {
      await add(await tx.enterCharity(red), 7);
      await add(await tx.enterCharity(green), 7);
      throw new Error('a fault');
    });
    await expect(failed).rejects.toThrow('a fault');
    expect([await lampsOf(red), await lampsOf(green)]).toEqual([[1], [1]]);
  });
});

describe('closing', () => {
  it('waits for transactions under way, begins no more, and is harmless twice', async () => {
    const closing = await Database.open({ url: parts.url, applicationName: 'test' });
    const begun = Promise.withResolvers<void>();
    const running = closing.inCharity(red, async (tx) => {
      begun.resolve();
      await tx.query('SELECT pg_sleep(0.1)');
      await add(tx, 1);
    });
    await begun.promise;
    await closing.close();
    await running;
    await closing.close();
    await expect(closing.inCharity(red, (tx) => add(tx, 2))).rejects.toThrow('the database is closed');
    expect(await lampsOf(red)).toEqual([1]);
  });

  it('tells of a transaction that never ends, and keeps nothing of it', async () => {
    const closing = await Database.open({ url: parts.url, applicationName: 'leaky' });
    const begun = Promise.withResolvers<void>();
    const stuck = closing.inCharity(red, async (tx) => {
      await add(tx, 1);
      begun.resolve();
      await new Promise(() => undefined);
    });
    void stuck;
    await begun.promise;
    await expect(closing.close()).rejects.toThrow('closed under 1 transactions');
    expect(await lampsOf(red)).toEqual([]);
    const left = await parts.asAdmin(`SELECT FROM pg_stat_activity WHERE application_name = 'leaky'`);
    expect(left).toEqual([]);
  });
});
