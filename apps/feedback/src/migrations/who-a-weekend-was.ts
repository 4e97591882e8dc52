import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `curator_agreement`: every time somebody became ready, so that a weekend can have what held when it began, whatever is heard
 *   of first. Of what was kept before nobody knows when it was agreed to: those rows have neither a moment nor a level.
 * - `curator_gone`: who has left, by id, so that no fact that comes later brings a name back.
 */
export class WhoAWeekendWas1764600401000 implements MigrationInterface {
  name = 'WhoAWeekendWas1764600401000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE curator_agreement
        ADD COLUMN revision integer NOT NULL DEFAULT 0,
        ADD COLUMN agreed_at timestamptz,
        ADD COLUMN identity_level text,
        DROP CONSTRAINT curator_agreement_pkey,
        ADD PRIMARY KEY (charity_id, curator_id, revision)`);
    await runner.query('ALTER TABLE curator_agreement ALTER COLUMN revision DROP DEFAULT');
    await runner.query(`
      CREATE TABLE curator_gone (
        charity_id uuid NOT NULL REFERENCES charity,
        curator_id uuid NOT NULL,
        PRIMARY KEY (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'curator_gone');
    await runner.query(`
      INSERT INTO curator_gone (charity_id, curator_id)
      SELECT DISTINCT charity_id, curator_id FROM weekend WHERE pen_name = 'Someone who has left'
      ON CONFLICT DO NOTHING`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
