import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `takeover.resting_since`: its curator rests, and nothing of theirs goes out. Why is asked by nobody and kept nowhere. */
export class Resting1764000040010 implements MigrationInterface {
  name = 'Resting1764000040010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE takeover ADD COLUMN resting_since timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE takeover DROP COLUMN resting_since');
  }
}
