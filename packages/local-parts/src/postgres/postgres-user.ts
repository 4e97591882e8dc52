import { execFile } from 'node:child_process';
import { constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** Postgres refuses to run as root; there it runs as the user `postgres`, who is made where missing. */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (!isRoot()) return undefined;
  const known = await idsOf('postgres');
  if (known) return known;
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const made = await idsOf('postgres');
  if (!made) throw new Error('Postgres cannot run as root, and the user postgres could not be made.');
  return made;
}

async function idsOf(name: string): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/**
 * As root, the user `postgres` has to get to the data: the first folder on the way to it that others may not enter, or
 * undefined. Typical is a checkout under /root, which is closed to everybody else.
 */
export function folderClosedToPostgres(path: string): string | undefined {
  if (!isRoot()) return undefined;
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & constants.S_IXOTH) === 0) return folder;
  }
  return undefined;
}
