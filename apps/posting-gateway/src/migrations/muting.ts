import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `mention.writer_print`: a keyed digest of who wrote it, the same in one charity and in no other.
 * - `mention.muted_at`: who wrote this message is muted in its takeover; `mute_confirmed_at`: in every takeover.
 */
export class Muting1764000067000 implements MigrationInterface {
  name = 'Muting1764000067000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mention
        ADD COLUMN writer_print bytea,
        ADD COLUMN muted_at timestamptz CHECK (muted_at IS NULL OR writer_print IS NOT NULL),
        ADD COLUMN mute_confirmed_at timestamptz CHECK (mute_confirmed_at IS NULL OR muted_at IS NOT NULL)`);
    await runner.query('CREATE INDEX mention_by_writer ON mention (charity_id, writer_print)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mention_by_writer');
    await runner.query(
      'ALTER TABLE mention DROP COLUMN writer_print, DROP COLUMN muted_at, DROP COLUMN mute_confirmed_at',
    );
  }
}
