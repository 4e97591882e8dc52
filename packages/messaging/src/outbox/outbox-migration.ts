import { grantToService, type Migration, tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The outbox of a service: facts waiting for, and having gone to, the bus. Append-only, so that the bus
 * can be rebuilt from it. The envelope is text because the relay passes it on untouched.
 *
 * `outbox_cursor` is one row, of no charity: how far the relay has come.
 */
class Outbox1700000000001 implements MigrationInterface {
  name = 'Outbox1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY (CACHE 1),
        event_id uuid NOT NULL,
        charity_id uuid NOT NULL,
        subject text NOT NULL,
        aggregate_id text NOT NULL,
        traceparent text NOT NULL,
        envelope text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (id, charity_id)
      )`);
    await tenantTable(runner, 'outbox', { work: true, appendOnly: true });
    await runner.query(`
      CREATE TABLE outbox_cursor (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        position bigint NOT NULL
      )`);
    await runner.query('INSERT INTO outbox_cursor (position) VALUES (0)');
    await grantToService(runner, 'outbox_cursor', 'SELECT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox, outbox_cursor');
  }
}

export const outboxMigration: Migration = Outbox1700000000001;
