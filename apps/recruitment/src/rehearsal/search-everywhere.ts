import { Bus, silentObserver } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { jetstreamManager } from '@nats-io/jetstream';

/** Where secrets were found: names of tables and streams, never the secrets. */
export interface Search {
  readonly searched: { readonly tables: number; readonly messages: number };
  readonly foundIn: readonly string[];
}

/** Looks for secrets in every row of every table and every message of every stream, in either case and as bytes. */
export async function searchEverywhere(
  parts: { database: { adminUrl: string }; nats: { url: string } },
  secrets: readonly string[],
): Promise<Search> {
  const holds = holdsAny(secrets);
  const rows = await allRows(parts.database.adminUrl);
  const messages = await allMessages(parts.nats.url);
  const found = [...rows, ...messages].filter(({ text }) => holds(text)).map(({ where }) => where);
  return {
    searched: { tables: new Set(rows.map(({ where }) => where)).size, messages: messages.length },
    foundIn: [...new Set(found)],
  };
}

export function holdsAny(secrets: readonly string[]): (text: string) => boolean {
  const needles = secrets.flatMap((secret) => [
    secret.toLowerCase(),
    // As PostgreSQL prints bytes, and as they are often kept.
    Buffer.from(secret).toString('hex'),
    Buffer.from(secret).toString('base64').replace(/=+$/, '').toLowerCase(),
  ]);
  return (text) => needles.some((needle) => text.toLowerCase().includes(needle));
}

interface Found {
  readonly where: string;
  readonly text: string;
}

async function allRows(adminUrl: string): Promise<Found[]> {
  const database = await Database.open({ url: adminUrl, applicationName: 'search' });
  try {
    return await database.asWorker(async (tx) => {
      const tables = await tx.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
          WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      );
      const found: Found[] = [];
      for (const { name } of tables) {
        const rows = await tx.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
        found.push(...rows.map(({ text }) => ({ where: `table ${name}`, text })));
      }
      return found;
    });
  } finally {
    await database.close();
  }
}

async function allMessages(natsUrl: string): Promise<Found[]> {
  const bus = await Bus.connect({ url: natsUrl, name: 'search', observer: silentObserver });
  try {
    const manager = await jetstreamManager(bus.connection);
    const found: Found[] = [];
    for await (const { config, state } of manager.streams.list()) {
      for (let seq = state.first_seq; seq <= state.last_seq && state.messages > 0; seq += 1) {
        const message = await manager.streams.getMessage(config.name, { seq });
        if (message)
          found.push({
            where: `stream ${config.name}`,
            text: `${message.subject} ${message.header} ${message.string()}`,
          });
      }
    }
    return found;
  } finally {
    await bus.close();
  }
}
