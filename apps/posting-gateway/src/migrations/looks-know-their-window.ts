import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `pre_flight.opens_at`: the window somebody has yet to look for; null of those asked before.
 * - `pre_flight_revision`: counts what is said about looks, so that two answers within a second have an order. It begins above
 *   the seconds that were revisions until now.
 */
export class LooksKnowTheirWindow1764000170300 implements MigrationInterface {
  name = 'LooksKnowTheirWindow1764000170300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE pre_flight ADD COLUMN opens_at timestamptz');
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('CREATE SEQUENCE pre_flight_revision AS integer START %s', extract(epoch FROM baton.now())::integer + 60);
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
