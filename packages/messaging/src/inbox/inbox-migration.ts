import { type Migration, tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `inbox`: one row for ever for each fact a service has handled, written with its effect.
 * - `aggregate_seen`: the highest revision handled of each aggregate and kind of fact.
 * - `dead_letter`: facts set aside for a person, each once (by its envelope's SHA-256: sequences begin
 *   again with a new stream). Not in the inbox: published again, it is tried again.
 */
class Inbox1700000000002 implements MigrationInterface {
  name = 'Inbox1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inbox (
        charity_id uuid NOT NULL,
        event_id uuid NOT NULL,
        handled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (charity_id, event_id)
      )`);
    await tenantTable(runner, 'inbox', { work: true, appendOnly: true });
    await runner.query(`
      CREATE TABLE aggregate_seen (
        charity_id uuid NOT NULL,
        aggregate_id text NOT NULL,
        family text NOT NULL,
        revision integer NOT NULL,
        PRIMARY KEY (charity_id, aggregate_id, family)
      )`);
    await tenantTable(runner, 'aggregate_seen', { work: true });
    await runner.query(`
      CREATE TABLE dead_letter (
        charity_id uuid NOT NULL,
        fingerprint bytea NOT NULL,
        stream text NOT NULL,
        sequence bigint NOT NULL,
        type text NOT NULL,
        reason text NOT NULL,
        envelope text NOT NULL,
        set_aside_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (charity_id, fingerprint)
      )`);
    await tenantTable(runner, 'dead_letter', { work: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox, aggregate_seen, dead_letter');
  }
}

export const inboxMigration: Migration = Inbox1700000000002;
