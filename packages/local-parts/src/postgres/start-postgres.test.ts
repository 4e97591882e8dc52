import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isAlive, startFromAKilledProcess } from '../rehearsal/killed-starter.js';
import { scratchFolder } from '../rehearsal/scratch-folder.js';
import { folderClosedToPostgres } from './postgres-user.js';
import { type StartedPostgres, startPostgres } from './start-postgres.js';

async function ask(postgres: StartedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client(postgres.adminUrl);
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

describe('a Postgres of our own', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  beforeEach(async () => {
    folder = await scratchFolder();
  });
  afterEach(() => folder.remove());

  it('keeps its data and its password over a stop, and ends when it is stopped', async () => {
    const first = await startPostgres({ dataDir: folder.path });
    await ask(first, 'CREATE TABLE lamp AS SELECT 1 AS brightness');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await startPostgres({ dataDir: folder.path });
    expect(await ask(second, 'TABLE lamp')).toEqual([{ brightness: 1 }]);
    expect(new URL(second.adminUrl).password).toBe(new URL(first.adminUrl).password);
    await second.stop();
  });

  it('is durable: what was committed is there after kill -9, at the same address', async () => {
    const first = await startPostgres({ dataDir: folder.path });
    expect(await ask(first, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    await ask(first, 'CREATE TABLE lamp AS SELECT 1 AS brightness');
    await first.kill9();
    await first.restart();
    expect(await ask(first, 'TABLE lamp')).toEqual([{ brightness: 1 }]);
    await first.stop();
  });

  it('ends when whoever started it is killed, and the next start follows at once', async () => {
    const pid = await startFromAKilledProcess('startPostgres', folder.path);
    const next = await startPostgres({ dataDir: folder.path });
    expect(isAlive(pid)).toBe(false);
    await next.stop();
  });

  it('starts although the number in a left-behind pid file belongs to another process by now', async () => {
    await (await startPostgres({ dataDir: folder.path })).stop();
    await writeFile(join(folder.path, 'data', 'postmaster.pid'), `${process.pid}\n`);
    await (await startPostgres({ dataDir: folder.path })).stop();
  });

  it('waits for no disk where it is thrown away afterwards', async () => {
    const postgres = await startPostgres({ dataDir: folder.path, throwaway: true });
    expect(await ask(postgres, 'SHOW fsync')).toEqual([{ fsync: 'off' }]);
    await postgres.stop();
  });

  it('makes its database anew where a first start was interrupted', async () => {
    await mkdir(join(folder.path, 'data.unfinished'));
    await writeFile(join(folder.path, 'data.unfinished', 'PG_VERSION'), '18\n');
    await (await startPostgres({ dataDir: folder.path })).stop();
  });

  const onlyRoot = process.getuid?.() === 0 ? it : it.skip; // only root has to hand Postgres to another user
  onlyRoot('says which folder keeps Postgres out, as under /root', async () => {
    const inner = join(folder.path, 'closed', 'data');
    await mkdir(join(folder.path, 'closed'), { mode: 0o700 });
    expect(folderClosedToPostgres(inner)).toBe(join(folder.path, 'closed'));
    await expect(startPostgres({ dataDir: inner })).rejects.toThrow(/may not enter .*closed/);
  });
});
