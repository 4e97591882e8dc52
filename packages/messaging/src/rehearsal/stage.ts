import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { CharityId } from '@baton/contracts';
import { startNatsServer, startPostgres } from '@baton/local-parts';
import { Database, migrate } from '@baton/persistence';
import pg from 'pg';
import { inboxMigration } from '../inbox/inbox-migration.js';
import { appendFacts } from '../outbox/append-facts.js';
import { newFact } from '../outbox/new-fact.js';
import { outboxMigration } from '../outbox/outbox-migration.js';
import { lampDimmed, lampLit } from './lamp-catalog.js';
import { SeenLamps1700000000003 } from './lamp-services.js';
import { throwawayFolder } from './throwaway-folder.js';

/** Real Postgres and NATS with the schemas of a service that tells (`scheduling`) and one that listens (`feedback`). */
export async function openStage() {
  const folder = await throwawayFolder();
  const [postgres, nats] = await Promise.all([
    startPostgres({ dataDir: join(folder.path, 'postgres') }),
    startNatsServer({ dataDir: join(folder.path, 'nats') }),
  ]);
  const password = randomUUID();
  const { adminUrl } = postgres;
  const teller = await migrate({ adminUrl, service: 'scheduling', password, migrations: [outboxMigration] });
  const listener = await migrate({
    adminUrl,
    service: 'feedback',
    password,
    migrations: [inboxMigration, SeenLamps1700000000003],
  });
  const telling = await Database.open({ url: teller.url, applicationName: 'test teller' });
  const listening = await Database.open({ url: listener.url, applicationName: 'test listener' });
  return {
    adminUrl,
    nats,
    tellerUrl: teller.url,
    listenerUrl: listener.url,
    telling,
    listening,
    /** As when a network or a Postgres failover takes every replica's ownership away at once. */
    async cutLockSessions() {
      const admin = new pg.Client({ connectionString: adminUrl });
      await admin.connect();
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '% messaging'`,
      );
      await admin.end();
    },
    async close() {
      await Promise.all([telling.close(), listening.close()]);
      await Promise.all([postgres.stop(), nats.stop()]);
      await folder.remove();
    },
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

export const someCharity = (): CharityId => CharityId.parse(randomUUID());

export const lit = (lampId: string, revision: number, colour = 'red') =>
  newFact(lampLit, { subject: lampId, revision, data: { step: revision, colour } });
export const dimmed = (lampId: string, revision: number, colour = 'red') =>
  newFact(lampDimmed, { subject: lampId, revision, data: { step: revision, colour } });

/** States facts of one charity in one transaction. */
export const tell = (stage: Stage, charity: CharityId, ...facts: ReturnType<typeof lit>[]): Promise<void> =>
  stage.telling.inCharity(charity, (tx) => appendFacts(tx, ...facts));

/** What the listener has seen, in the order it was applied. */
export const seenLamps = (stage: Stage) =>
  stage.listening.asWorker((tx) =>
    tx.query<{ event_id: string; lamp_id: string; step: number }>(
      'SELECT * FROM seen_lamp ORDER BY position',
    ),
  );
export const deadLetters = (stage: Stage) =>
  stage.listening.asWorker((tx) =>
    tx.query<{ type: string; reason: string; charity_id: string; envelope: string }>(
      'SELECT * FROM dead_letter',
    ),
  );
