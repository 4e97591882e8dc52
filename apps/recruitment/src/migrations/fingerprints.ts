import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often fingerprints of somebody's identity were told: the newest count, in whatever order they arrive. */
export class Fingerprints1764000056000 implements MigrationInterface {
  name = 'Fingerprints1764000056000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person ADD COLUMN fingerprints_told integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person DROP COLUMN fingerprints_told');
  }
}
