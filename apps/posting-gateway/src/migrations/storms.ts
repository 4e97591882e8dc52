import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `inbox_watch.is_stormy`: more comes than a person can read, and the team was told; `storms`: how often that began. `missed_at`: when
 * more had come than X shows, last: those before them were never read here.
 */
export class Storms1764000072100 implements MigrationInterface {
  name = 'Storms1764000072100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE inbox_watch ADD COLUMN is_stormy boolean NOT NULL DEFAULT false, ADD COLUMN storms integer NOT NULL DEFAULT 0, ADD COLUMN missed_at timestamptz`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE inbox_watch DROP COLUMN is_stormy, DROP COLUMN storms, DROP COLUMN missed_at',
    );
  }
}
