import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `mention.text_print`: a keyed digest of what a message has in common with its copies, to see a campaign; null: too short to tell. */
export class TextPrints1764000072200 implements MigrationInterface {
  name = 'TextPrints1764000072200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mention ADD COLUMN text_print bytea');
    await runner.query('CREATE INDEX mention_by_text ON mention (charity_id, takeover_id, text_print)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mention_by_text');
    await runner.query('ALTER TABLE mention DROP COLUMN text_print');
  }
}
