import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { chown, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { formerServerEnded } from '../processes/former-server.js';
import { freePort } from '../processes/free-port.js';
import { ServerProcess } from '../processes/server-process.js';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.js';
import { folderClosedToPostgres, postgresUser, type SystemUser } from './postgres-user.js';
import { linesOf, owner, ownersAddress } from './running-postgres.js';

const execute = promisify(execFile);

export interface PostgresOptions {
  /** Data, password and log are kept here; a folder used before is used again. */
  readonly dataDir: string;
  /** Server settings, `['-c', 'max_connections=50']`. */
  readonly flags?: readonly string[];
  /** For tests: quicker in everything, and nothing of it survives a crash of the machine. */
  readonly throwaway?: boolean;
}

export interface StartedPostgres {
  /** The owner's address, to the database `postgres`. */
  readonly adminUrl: string;
  readonly pid: number;
  /** Ends at once, as when its host dies; `restart` brings it back on the same port with what was committed. */
  kill9(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const readyWithinMs = 30_000;
const tries = 5;

/** Starts a real Postgres on a free port of the loopback. Ends with this process, however that ends. */
export async function startPostgres(options: PostgresOptions): Promise<StartedPostgres> {
  const { dataDir, throwaway = false, flags = [] } = options;
  await mkdir(dataDir, { recursive: true });
  const closed = folderClosedToPostgres(dataDir);
  if (closed) throw new Error(`As root, Postgres runs as the user postgres, who may not enter ${closed}.`);
  const [binaries, as] = await Promise.all([postgresBinaries(dataDir), postgresUser()]);
  const databaseDir = join(dataDir, 'data');
  const passwordFile = keptPasswordFile(dataDir);
  if (!existsSync(databaseDir)) await initialise(binaries, databaseDir, { passwordFile, throwaway, as });
  const launch = (port?: number): Promise<Running> =>
    run({ binaries, databaseDir, port, settings: [...settings(throwaway), ...flags], as });
  let running = await launch();
  return {
    get pid() {
      return running.server.pid;
    },
    adminUrl: ownersAddress(dataDir, running.port),
    kill9: () => running.server.end('SIGKILL'),
    restart: async () => {
      await running.server.end();
      running = await launch(running.port);
    },
    stop: () => running.server.end(),
  };
}

interface Running {
  readonly server: ServerProcess;
  readonly port: number;
}

interface Launch {
  readonly binaries: PostgresBinaries;
  readonly databaseDir: string;
  /** Any free one where none is named. */
  readonly port: number | undefined;
  readonly settings: readonly string[];
  readonly as: SystemUser | undefined;
}

async function run({ binaries, databaseDir, settings, as, ...wanted }: Launch): Promise<Running> {
  await formerServerEnded(join(databaseDir, 'postmaster.pid'), 'postgres');
  const logFile = join(databaseDir, '..', 'postgres.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted.port ?? (await freePort());
    const args = ['-D', databaseDir, '-p', String(port), ...settings];
    const server = new ServerProcess({ path: binaries.postgres, args, logFile, endSignal: 'SIGINT', as });
    if (await isReady(server, databaseDir)) return { server, port };
    await server.end();
    // The port may have been taken, or backends of a server that was killed still hold its shared memory.
    if (attempt === tries)
      throw new Error(`Postgres did not start. The end of ${logFile}:\n${server.logTail()}`);
    await pause(200 * attempt);
  }
}

/** With these nothing waits for the disk. */
const throwawaySettings = [
  'fsync=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=4GB',
  'autovacuum=off',
];

const settings = (throwaway: boolean): readonly string[] =>
  [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    ...(throwaway ? throwawaySettings : []),
  ].flatMap((setting) => ['-c', setting]);

/** Where the owner's password is, made once. */
function keptPasswordFile(dataDir: string): string {
  const file = join(dataDir, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return file;
}

/** Made under another name first: a database that was left half made is never taken for a whole one. */
async function initialise(
  { initdb }: PostgresBinaries,
  databaseDir: string,
  { passwordFile, throwaway, as }: { passwordFile: string; throwaway: boolean; as: SystemUser | undefined },
): Promise<void> {
  const unfinished = `${databaseDir}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  if (as) for (const path of [unfinished, passwordFile]) await chown(path, as.uid, as.gid);
  // SCRAM is slow by design; the password of a throwaway database protects nothing.
  const auth = throwaway ? ['--auth', 'password', '--no-sync'] : ['--auth', 'scram-sha-256'];
  const access = ['--username', owner, '--pwfile', passwordFile, ...auth];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  await execute(initdb, ['--pgdata', unfinished, ...access, ...locale], { ...as, cwd: unfinished });
  await rename(unfinished, databaseDir);
}

/** Postgres tells its state in the eighth line of its pid file, which is what pg_ctl waits for as well. */
async function isReady(server: ServerProcess, databaseDir: string): Promise<boolean> {
  const giveUpAt = Date.now() + readyWithinMs;
  while (!server.hasEnded && Date.now() < giveUpAt) {
    const lines = linesOf(join(databaseDir, 'postmaster.pid'));
    if (lines[0] === String(server.pid) && lines[7]?.trim() === 'ready') return true;
    await pause(20);
  }
  return false;
}
