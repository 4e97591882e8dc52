import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who owns every database of ours. */
export const owner = 'baton_owner';

/** The owner's address on a port of the loopback, to the database `postgres`. */
export function ownersAddress(dataDir: string, port: string | number): string {
  const password = readFileSync(join(dataDir, 'password'), 'utf8');
  return `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * The owner's address of the server that somebody else runs on a folder at this moment, if one does. Its pid file tells
 * process, port and state in lines 1, 4 and 8.
 */
export function findRunningPostgres(dataDir: string): string | undefined {
  const [pid, , , port, , , , state] = linesOf(join(dataDir, 'data', 'postmaster.pid'));
  if (!pid || !port || state?.trim() !== 'ready' || !isAlive(Number(pid))) return undefined;
  return ownersAddress(dataDir, port);
}

export function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
