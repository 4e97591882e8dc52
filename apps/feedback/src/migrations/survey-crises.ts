import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers that sounded as if their author may be in danger, until somebody of the team has looked: whatever becomes of the
 * words meanwhile. Never the words.
 */
export class SurveyCrises1764600502000 implements MigrationInterface {
  name = 'SurveyCrises1764600502000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE survey_crisis (
        charity_id uuid NOT NULL,
        survey_id uuid NOT NULL,
        question_key text NOT NULL,
        curator_id uuid NOT NULL,
        takeover_id uuid,
        wave text NOT NULL CHECK (wave IN ('before', 'after', 'fourWeeks')),
        noticed_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, survey_id, question_key)
      )`);
    await tenantTable(runner, 'survey_crisis');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
