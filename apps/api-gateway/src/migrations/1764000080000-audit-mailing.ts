import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a charity wants mailed each digest of its audit. No row: nobody. */
export class AuditMailing1764000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_mailing (
        charity_id uuid PRIMARY KEY,
        roles text[] NOT NULL
      )`);
    await tenantTable(runner, 'audit_mailing');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
