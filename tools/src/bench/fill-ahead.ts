import { migrate } from '@baton/persistence';
import { migrations } from '@baton/scheduling/migrations';
import pg from 'pg';

const password = 'throwaway';
const template = 'nothing_ahead';

/** Of ten thousand charities, a minute apart, the first in an hour: none comes due while it is measured. */
const takeovers = `
  INSERT INTO scheduling.takeover (charity_id, takeover_id, slot_id, curator_id, opens_at, closes_at)
  SELECT md5((n % 10000)::text)::uuid, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
         baton.now() + interval '1 hour' + n * interval '1 minute', baton.now() + interval '3 days' + n * interval '1 minute'
    FROM generate_series(1, $1::int) n`;
const timers = `
  INSERT INTO scheduling.timer (charity_id, kind, subject_id, due_at)
  SELECT md5((n % 10000)::text)::uuid, 'reminder oneHour', gen_random_uuid(),
         baton.now() + interval '1 hour' + n * interval '1 minute'
    FROM generate_series(1, $1::int) n`;

/** Makes what `fillAhead` copies: the schema of scheduling, empty. */
export async function prepareTemplate(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, (admin) => admin.query(`CREATE DATABASE ${template}`));
  await migrate({ adminUrl: addressOf(adminUrl, template), service: 'scheduling', migrations, password });
}

/**
 * A database with so many takeovers and as many timers ahead; returns the service's address. They are filled in without the slots and
 * people they refer to, and without the constraint against overlaps, which no look reads and which would take minutes.
 */
export async function fillAhead(adminUrl: string, count: number): Promise<string> {
  const name = `ahead_${count}`;
  await asAdmin(adminUrl, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  await asAdmin(addressOf(adminUrl, name), async (admin) => {
    await admin.query('ALTER TABLE scheduling.takeover DROP CONSTRAINT takeovers_do_not_overlap');
    await admin.query(`SET session_replication_role = 'replica'`);
    for (const fill of [takeovers, timers]) await admin.query(fill, [count]);
    // As autovacuum would by and by.
    await admin.query('VACUUM ANALYZE');
  });
  const url = new URL(addressOf(adminUrl, name));
  Object.assign(url, { username: 'baton_scheduling', password });
  return url.href;
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function addressOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}
