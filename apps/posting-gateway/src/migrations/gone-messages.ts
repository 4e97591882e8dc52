import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `mention.gone_at`: when X said that it does not show this message any more. Its words are erased then; the row stays. */
export class GoneMessages1764000072300 implements MigrationInterface {
  name = 'GoneMessages1764000072300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE mention ADD COLUMN gone_at timestamptz,
         ADD CONSTRAINT mention_gone_without_words CHECK (gone_at IS NULL OR (length(sealed_words) = 0 AND unanswerable_at IS NOT NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mention DROP COLUMN gone_at');
  }
}
