import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a curator may not book: they took back their consent to post, or have left. Null: they may. */
export class CuratorsGo1764000060100 implements MigrationInterface {
  name = 'CuratorsGo1764000060100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE curator ADD COLUMN withdrawn_at timestamptz');
    await runner.query('CREATE INDEX takeover_of_curator ON takeover (charity_id, curator_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX takeover_of_curator');
    await runner.query('ALTER TABLE curator DROP COLUMN withdrawn_at');
  }
}
