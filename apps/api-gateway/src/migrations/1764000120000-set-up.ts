import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the guided set-up has to know beyond the audit: how the X account stands, as its service told, and how long records
 * are kept, and what its page looks like.
 */
export class SetUp1764000120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE x_account (
        charity_id uuid PRIMARY KEY REFERENCES charity,
        state text NOT NULL CHECK (state IN ('connected', 'needsReconnecting', 'disconnected')),
        since timestamptz NOT NULL DEFAULT baton.now()
      )`);
    await tenantTable(runner, 'x_account');
    await runner.query(`
      CREATE TABLE retention (
        charity_id uuid PRIMARY KEY REFERENCES charity,
        days jsonb NOT NULL,
        revision int NOT NULL DEFAULT 1
      )`);
    await tenantTable(runner, 'retention');
    await runner.query(`
      CREATE TABLE brand (
        charity_id uuid PRIMARY KEY REFERENCES charity,
        colour text NOT NULL,
        logo bytea,
        logo_description text,
        CHECK ((logo IS NULL) = (logo_description IS NULL))
      )`);
    await tenantTable(runner, 'brand');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
