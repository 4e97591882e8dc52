import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bus, silentObserver } from '@baton/messaging';
import { jetstreamManager } from '@nats-io/jetstream';
import pg from 'pg';
import { guisesOf } from './guises.js';

export interface SearchedPlaces {
  /** A role that row-level security does not bind: for any other every table looks empty. */
  readonly adminDatabaseUrl: string;
  readonly natsUrl: string;
  /** Every log file below it is read: those of the services, of Postgres and of NATS. */
  readonly dataFolder: string;
}

export interface SearchReport {
  readonly tables: number;
  readonly messages: number;
  readonly logLines: number;
  /** Where a secret was found: a table, a stream or a log file. Never the secret itself. */
  readonly foundIn: readonly string[];
}

/** What is looked for in a text: the secrets, and something harmless that must be there or nothing was looked at. */
interface Sought {
  readonly secret: (text: string) => boolean;
  readonly control: (text: string) => boolean;
}

interface Searched {
  count: number;
  sawControl: boolean;
  readonly foundIn: string[];
}

/**
 * Looks for secrets in all their guises in every table, every message of every stream and every log file. `known` is a
 * word that tables and messages are known to hold: a search that does not come across it has not searched, and throws.
 */
export async function searchForIdentity(
  places: SearchedPlaces,
  { secrets, known }: { secrets: readonly string[]; known: string },
): Promise<SearchReport> {
  const needles = secrets.flatMap(guisesOf);
  const sought: Sought = {
    secret: (text) => needles.some((needle) => text.toLowerCase().includes(needle)),
    control: (text) => text.includes(known),
  };
  const tables = await searchTables(places.adminDatabaseUrl, sought);
  const streams = await searchStreams(places.natsUrl, sought);
  const logs = await searchLogs(places.dataFolder, {
    ...sought,
    control: (text) => text.includes('"listening"'),
  });
  for (const [what, searched] of Object.entries({ tables, streams, logs })) {
    if (!searched.sawControl)
      throw new Error(`the search of the ${what} saw nothing, not even what must be there`);
  }
  return {
    tables: tables.count,
    messages: streams.count,
    logLines: logs.count,
    foundIn: [...tables.foundIn, ...streams.foundIn, ...logs.foundIn],
  };
}

function look(searched: Searched, sought: Sought, place: string, text: string): void {
  if (sought.control(text)) searched.sawControl = true;
  if (sought.secret(text)) searched.foundIn.push(place);
}

async function searchTables(url: string, sought: Sought): Promise<Searched> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const searched: Searched = { count: tables.length, sawControl: false, foundIn: [] };
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      for (const { row } of rows) look(searched, sought, `table ${name}`, row);
    }
    return searched;
  } finally {
    await client.end();
  }
}

async function searchStreams(url: string, sought: Sought): Promise<Searched> {
  const bus = await Bus.connect({ url, name: 'story search', observer: silentObserver });
  try {
    const manager = await jetstreamManager(bus.connection);
    const searched: Searched = { count: 0, sawControl: false, foundIn: [] };
    for await (const { config, state } of manager.streams.list()) {
      for (let sequence = state.first_seq; sequence <= state.last_seq && state.messages > 0; sequence += 1) {
        const message = await manager.streams.getMessage(config.name, { seq: sequence });
        if (!message) continue;
        searched.count += 1;
        look(searched, sought, `stream ${config.name}`, `${message.subject} ${message.string()}`);
      }
    }
    return searched;
  } finally {
    await bus.close();
  }
}

async function searchLogs(folder: string, sought: Sought): Promise<Searched> {
  const searched: Searched = { count: 0, sawControl: false, foundIn: [] };
  for (const name of (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.log'))) {
    const text = await readFile(join(folder, name), 'utf8');
    searched.count += text.split('\n').length - 1;
    look(searched, sought, `log ${name}`, text);
  }
  return searched;
}
