import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StartedPostgres, startPostgres } from '@baton/local-parts';
import type { TestRun } from './test-run.js';

/**
 * A process of its own that keeps what one test run needs: a throwaway Postgres and a folder for files. Prints a
 * `TestRun` once it is there. Stops Postgres and deletes the folder when standard input closes, so nothing is left
 * behind however the run ends, also by kill -9.
 */

const folder = await mkdtemp(join(tmpdir(), 'baton-test-'));
// As root the server runs as another user, who has to get to its files below.
await chmod(folder, 0o755);
const masterKeyFile = join(folder, 'master-keys');
await writeFile(masterKeyFile, randomBytes(32), { mode: 0o600 });
let postgres: StartedPostgres | undefined;

process.stdin.on('end', () => void leave(0)).resume();
try {
  postgres = await startPostgres({ dataDir: join(folder, 'postgres'), throwaway: true });
  const run: TestRun = { adminUrl: postgres.adminUrl, folder, masterKeyFile };
  console.log(JSON.stringify(run));
} catch (error) {
  console.error(error);
  await leave(1);
}

async function leave(code: number): Promise<never> {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}
