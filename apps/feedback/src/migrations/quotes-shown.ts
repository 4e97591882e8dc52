import type { MigrationInterface, QueryRunner } from 'typeorm';

/** - `survey_answer.shown`: somebody of the team has shown it in public; never without its author's yes. */
export class QuotesShown1764600500000 implements MigrationInterface {
  name = 'QuotesShown1764600500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE survey_answer
        ADD COLUMN shown boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT survey_answer_shown_by_consent CHECK (may_quote OR NOT shown)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
