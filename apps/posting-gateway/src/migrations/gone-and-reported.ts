import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message that X has no more keeps its words while the team still has to see to it. */
export class GoneAndReported1764000076000 implements MigrationInterface {
  name = 'GoneAndReported1764000076000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mention DROP CONSTRAINT mention_gone_without_words,
        ADD CONSTRAINT mention_gone_is_unanswerable CHECK (gone_at IS NULL OR unanswerable_at IS NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE mention SET sealed_words = '' WHERE gone_at IS NOT NULL`);
    await runner.query(`
      ALTER TABLE mention DROP CONSTRAINT mention_gone_is_unanswerable,
        ADD CONSTRAINT mention_gone_without_words
          CHECK (gone_at IS NULL OR (length(sealed_words) = 0 AND unanswerable_at IS NOT NULL))`);
  }
}
