import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How urgent a deletion is. 0: one of many, a consent taken back. 1: its author asked for this post. 2: the team did.
 */
export class AskedDeletions1764000043400 implements MigrationInterface {
  name = 'AskedDeletions1764000043400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE deletion ADD COLUMN priority integer NOT NULL DEFAULT 0 CHECK (priority BETWEEN 0 AND 2)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deletion DROP COLUMN priority');
  }
}
