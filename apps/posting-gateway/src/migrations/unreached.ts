import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often in a row nothing left for X from this lane. */
export class Unreached1764000050200 implements MigrationInterface {
  name = 'Unreached1764000050200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lane ADD COLUMN unreached integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lane DROP COLUMN unreached');
  }
}
