import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../migrations/tenant-table.js';

/** One data key per person or account, wrapped by its charity's key. Deleting a row shreds all it sealed. */
class DataKeys1700000000000 implements MigrationInterface {
  name = 'DataKeys1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_key (
        charity_id uuid NOT NULL,
        owner text NOT NULL,
        wrapped bytea NOT NULL,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (charity_id, owner)
      )`);
    await tenantTable(runner, 'data_key');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_key');
  }
}

export const dataKeyMigration = DataKeys1700000000000;
