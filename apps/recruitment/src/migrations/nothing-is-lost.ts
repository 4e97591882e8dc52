import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `set_aside_application` knows when the team was told of a form, and when somebody looked at it: none is erased unseen.
 * - `buddy_pair` knows why it ended: `said`, by one of the two, who are then not brought together again; `paused`, because a
 *   buddy said “not now”.
 */
export class NothingIsLost1764000085500 implements MigrationInterface {
  name = 'NothingIsLost1764000085500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE set_aside_application
        ADD COLUMN told_at timestamptz,
        ADD COLUMN looked_at timestamptz`);
    await runner.query(`
      ALTER TABLE buddy_pair
        ADD COLUMN ended_why text CHECK (ended_why IN ('said', 'paused'))`);
    await runner.query('ALTER TABLE buddy_pair NO FORCE ROW LEVEL SECURITY');
    await runner.query(`UPDATE buddy_pair SET ended_why = 'said' WHERE ended_at IS NOT NULL`);
    await runner.query('ALTER TABLE buddy_pair FORCE ROW LEVEL SECURITY');
    await runner.query(`
      ALTER TABLE buddy_pair
        ADD CONSTRAINT buddy_pair_ends_for_a_reason CHECK ((ended_at IS NULL) = (ended_why IS NULL))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
