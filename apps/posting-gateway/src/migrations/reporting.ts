import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `mention.reported_at` and so on: the team was told about a message, why, and what they did. */
export class Reporting1764000070200 implements MigrationInterface {
  name = 'Reporting1764000070200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mention
        ADD COLUMN reported_at timestamptz,
        ADD COLUMN report_reason text,
        ADD COLUMN sealed_report_note bytea,
        ADD COLUMN report_closed_at timestamptz,
        ADD COLUMN report_closed_by uuid,
        ADD COLUMN report_outcome text,
        ADD CHECK ((reported_at IS NULL) = (report_reason IS NULL) AND (reported_at IS NULL) = (sealed_report_note IS NULL)),
        ADD CHECK (report_closed_at IS NULL OR (reported_at IS NOT NULL AND report_outcome IS NOT NULL))`);
    await runner.query(
      'CREATE INDEX mention_reported ON mention (charity_id, reported_at) WHERE reported_at IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mention_reported');
    await runner.query(`
      ALTER TABLE mention DROP COLUMN reported_at, DROP COLUMN report_reason, DROP COLUMN sealed_report_note,
        DROP COLUMN report_closed_at, DROP COLUMN report_closed_by, DROP COLUMN report_outcome`);
  }
}
