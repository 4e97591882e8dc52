import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '@baton/local-parts';
import { childrenOf } from '../run/children-of.js';
import { testRun } from '../run/test-run.js';

const run = promisify(execFile);

export interface TestPostgres {
  /** The owner's address, for `testDatabase`. */
  readonly adminUrl: string;
  /** Ends the server as the end of its host does. Its files stay. */
  kill(): Promise<void>;
  /** The same server again: same port, same files. */
  restart(): Promise<void>;
  /** Everything of it stands still; connections stay open and nobody answers. */
  hang(): Promise<void>;
  /** Goes on after `hang`. */
  goOn(): Promise<void>;
  /**
   * From now on no file of the server grows beyond `fullAtBytes`, as on a full disk. What has been larger before can take in
   * no new page. See `canFillDisk`.
   */
  fillDisk(): Promise<void>;
  /** There is room again. */
  freeDisk(): Promise<void>;
  /** Ends the server and deletes its files. */
  stop(): Promise<void>;
}

/** One file of the write-ahead log: with less room Postgres would end itself, which is what `kill` tries. */
export const fullAtBytes = 16 * 1024 * 1024;

/**
 * The kernel's limit on the size of a file (RLIMIT_FSIZE), which can be changed for a running process on Linux only. Postgres
 * ignores the signal that comes with it, so every write beyond fails as it does on a full disk.
 */
export const canFillDisk = (): Promise<boolean> =>
  run('prlimit', ['--version']).then(
    () => true,
    () => false,
  );

/** A Postgres of its own for a test file that harms it. */
export async function testPostgres(): Promise<TestPostgres> {
  const folder = join(testRun().folder, `postgres-${randomBytes(6).toString('hex')}`);
  const postgres = await startPostgres({ dataDir: folder, throwaway: true });
  const everyProcess = async () => [postgres.pid, ...(await childrenOf(postgres.pid))];
  const signal = async (name: NodeJS.Signals) => {
    for (const pid of await everyProcess()) sendSignal(pid, name);
  };
  const limitFiles = async (bytes: number | 'unlimited') => {
    // As whoever runs the server: in a container not even root may limit what another user runs.
    const { uid, gid } = await stat(`/proc/${postgres.pid}`);
    const limit = (pid: number) => run('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:`], { uid, gid });
    await Promise.all((await everyProcess()).map(limit));
  };
  return {
    adminUrl: postgres.adminUrl,
    kill: () => postgres.kill9(),
    restart: () => postgres.restart(),
    hang: () => signal('SIGSTOP'),
    goOn: () => signal('SIGCONT'),
    fillDisk: () => limitFiles(fullAtBytes),
    freeDisk: () => limitFiles('unlimited'),
    async stop() {
      await signal('SIGCONT');
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A backend may have ended since it was listed. */
function sendSignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {}
}
