import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bus, silentObserver } from '@baton/messaging';
import { jetstreamManager } from '@nats-io/jetstream';
import pg from 'pg';

export interface SearchReport {
  readonly tables: number;
  readonly messages: number;
  readonly logLines: number;
  /** Where a secret was found: a table, a stream or a log file. Never the secret itself. */
  readonly foundIn: readonly string[];
}

/**
 * Looks for secrets as plain text, in either case, and as hexadecimal (as `bytea` columns print)
 * in every table of every service, every message of every stream and every log file.
 */
export async function searchForIdentity(
  places: { adminDatabaseUrl: string; natsUrl: string; logFolder: string },
  secrets: readonly string[],
): Promise<SearchReport> {
  const needles = secrets.flatMap((secret) => [secret.toLowerCase(), Buffer.from(secret).toString('hex')]);
  const holds = (text: string) => {
    const lowered = text.toLowerCase();
    return needles.some((needle) => lowered.includes(needle));
  };
  const tables = await searchTables(places.adminDatabaseUrl, holds);
  const streams = await searchStreams(places.natsUrl, holds);
  const logs = await searchLogs(places.logFolder, holds);
  return {
    tables: tables.count,
    messages: streams.count,
    logLines: logs.count,
    foundIn: [...tables.foundIn, ...streams.foundIn, ...logs.foundIn],
  };
}

interface Searched {
  count: number;
  foundIn: string[];
}

async function searchTables(url: string, holds: (text: string) => boolean): Promise<Searched> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const foundIn: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      if (rows.some(({ row }) => holds(row))) foundIn.push(`table ${name}`);
    }
    return { count: tables.length, foundIn };
  } finally {
    await client.end();
  }
}

async function searchStreams(url: string, holds: (text: string) => boolean): Promise<Searched> {
  const bus = await Bus.connect({ url, name: 'story search', observer: silentObserver });
  try {
    const manager = await jetstreamManager(bus.connection);
    const searched: Searched = { count: 0, foundIn: [] };
    for await (const { config, state } of manager.streams.list()) {
      for (let sequence = state.first_seq; sequence <= state.last_seq && state.messages > 0; sequence += 1) {
        const message = await manager.streams.getMessage(config.name, { seq: sequence });
        searched.count += message ? 1 : 0;
        if (message && holds(`${message.subject} ${message.string()}`))
          searched.foundIn.push(`stream ${config.name}`);
      }
    }
    return searched;
  } finally {
    await bus.close();
  }
}

async function searchLogs(folder: string, holds: (text: string) => boolean): Promise<Searched> {
  const searched: Searched = { count: 0, foundIn: [] };
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.log'))) {
    const text = await readFile(join(folder, name), 'utf8');
    searched.count += text.split('\n').length - 1;
    if (holds(text)) searched.foundIn.push(`log ${name}`);
  }
  return searched;
}
