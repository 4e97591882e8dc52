import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a charity stands with the operator, and whether it is leaving: a charity without a row is active. Ids and times
 * only, so background work may look for those whose time has come.
 */
export class Standing1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE charity_standing (
        charity_id uuid PRIMARY KEY REFERENCES charity,
        suspended boolean NOT NULL DEFAULT false,
        erase_at timestamptz,
        revision int NOT NULL DEFAULT 0
      )`);
    await runner.query('CREATE INDEX charity_standing_erase_at ON charity_standing (erase_at)');
    await tenantTable(runner, 'charity_standing', { work: true });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
