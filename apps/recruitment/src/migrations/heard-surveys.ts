import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was heard of somebody's surveys, so that no mail asks for what is answered, or over. */
export class HeardSurveys1764600501000 implements MigrationInterface {
  name = 'HeardSurveys1764600501000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE heard_survey (
        charity_id uuid NOT NULL,
        survey_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        wave text NOT NULL CHECK (wave IN ('before', 'after', 'fourWeeks')),
        opened_at timestamptz NOT NULL,
        is_over boolean NOT NULL,
        PRIMARY KEY (charity_id, survey_id)
      )`);
    await runner.query('CREATE INDEX heard_survey_of_curator ON heard_survey (charity_id, curator_id)');
    await tenantTable(runner, 'heard_survey');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
