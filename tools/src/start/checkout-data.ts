import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { folderClosedToPostgres } from '@baton/local-parts';

export interface DataFolder {
  readonly path: string;
  /** Why the data is not in the checkout, if it is not. */
  readonly note: string | undefined;
}

/**
 * Where this checkout's own data lives: `.baton/local`. Where Postgres could not reach that, it is a link to a folder of the
 * system's, so that a person and `npm run reset` find the data in the same place.
 */
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
  if (statSync(elsewhere).uid !== process.getuid?.())
    throw new Error(`${elsewhere} belongs to somebody else: remove it first`);
  link(path, elsewhere);
  return { path: elsewhere, note: `Postgres may not enter ${closed}, so the data is in ${elsewhere}` };
}

function link(path: string, target: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) return; // data from when Postgres could reach it: not ours to delete
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  symlinkSync(target, path);
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
