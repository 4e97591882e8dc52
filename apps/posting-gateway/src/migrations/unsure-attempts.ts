import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of how many attempts at a post nobody knows whether X has them: money that may have been spent, copy by copy. */
export class UnsureAttempts1764000050210 implements MigrationInterface {
  name = 'UnsureAttempts1764000050210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE post ADD COLUMN unsure_attempts integer NOT NULL DEFAULT 0 CHECK (unsure_attempts >= 0)',
    );
    await runner.query(
      `UPDATE post SET unsure_attempts = 1
        WHERE maybe_out_since IS NOT NULL
          AND (state IN ('unknown', 'queued', 'withdrawn') OR maybe_out_since < attempted_at)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE post DROP COLUMN unsure_attempts');
  }
}
