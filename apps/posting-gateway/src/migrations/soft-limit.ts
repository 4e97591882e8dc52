import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether it is said of a takeover that it comes to more than its soft limit, and how often that has been said. */
export class SoftLimit1764000050220 implements MigrationInterface {
  name = 'SoftLimit1764000050220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE takeover ADD COLUMN soft_limit_passed boolean NOT NULL DEFAULT false,
                            ADD COLUMN times_soft_limit_passed integer NOT NULL DEFAULT 0`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE takeover DROP COLUMN soft_limit_passed, DROP COLUMN times_soft_limit_passed',
    );
  }
}
