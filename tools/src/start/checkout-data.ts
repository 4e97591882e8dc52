import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderClosedToPostgres } from '@baton/local-parts';

export interface DataFolder {
  readonly path: string;
  /** Why the data is not in the checkout, if it is not. */
  readonly note: string | undefined;
}

/** Where this checkout's own data lives: `.baton/local`, or a folder of the system's where Postgres could not reach that. */
export function dataFolderOf(checkout: string): DataFolder {
  const path = join(checkout, '.baton', 'local');
  const closed = folderClosedToPostgres(checkout);
  if (closed === undefined) {
    mkdirSync(path, { recursive: true });
    return { path, note: undefined };
  }
  const key = createHash('sha256').update(checkout).digest('hex').slice(0, 12);
  const elsewhere = join(tmpdir(), `baton-${key}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 });
  return { path: elsewhere, note: `Postgres may not enter ${closed}, so the data is in ${elsewhere}` };
}

/** Takes the data folder for this process; a folder in use by a living process is not taken. */
export function takeFolder(folder: string): { readonly takenBy: number } | { readonly release: () => void } {
  const file = join(folder, 'start.pid');
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    if (isAlive(holder)) return { takenBy: holder };
    rmSync(file, { force: true });
  } catch {
    // nobody holds it
  }
  const handle = openSync(file, 'wx');
  writeFileSync(handle, String(process.pid));
  closeSync(handle);
  return { release: () => rmSync(file, { force: true }) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** How many times the system has been started on this folder, this one included. */
export function countStart(folder: string): number {
  const file = join(folder, 'starts');
  let before = 0;
  try {
    before = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    // the first start
  }
  writeFileSync(file, String(before + 1));
  return before + 1;
}
