import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `curated`: which takeovers a curator has had, from when to when: what a certificate says. `closed_at` is null while one is
 *   open.
 * - `pause_count` counts how often somebody said “not now”: the revision of the fact that says so. `paused_until` is the day on
 *   which they want to be asked again, where they chose one.
 */
export class Parts1764000081010 implements MigrationInterface {
  name = 'Parts1764000081010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE curated (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz,
        PRIMARY KEY (charity_id, takeover_id),
        FOREIGN KEY (charity_id, curator_id) REFERENCES application (charity_id, curator_id)
      )`);
    await runner.query('CREATE INDEX curated_by ON curated (charity_id, curator_id, opened_at)');
    await tenantTable(runner, 'curated');
    await runner.query(`
      ALTER TABLE application
        ADD COLUMN pause_count int NOT NULL DEFAULT 0,
        ADD COLUMN paused_until date,
        ADD CONSTRAINT application_paused CHECK (paused_until IS NULL OR state = 'later')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
