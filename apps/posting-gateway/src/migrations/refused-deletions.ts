import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when X refuses to delete a post. It is asked again daily, to notice when a person has deleted it there. */
export class RefusedDeletions1764000030005 implements MigrationInterface {
  name = 'RefusedDeletions1764000030005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deletion ADD COLUMN refused_since timestamptz');
    await runner.query('UPDATE deletion SET next_try_at = baton.now() WHERE next_try_at IS NULL');
    await runner.query('ALTER TABLE deletion ALTER COLUMN next_try_at SET NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE deletion DROP COLUMN refused_since, ALTER COLUMN next_try_at DROP NOT NULL',
    );
  }
}
