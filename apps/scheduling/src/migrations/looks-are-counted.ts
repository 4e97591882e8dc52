import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `pre_flight_revision`: counts what is said about looks ahead of a takeover, so that two within a second have an order. It begins
 * above the seconds that were revisions until now.
 */
export class LooksAreCounted1764000170100 implements MigrationInterface {
  name = 'LooksAreCounted1764000170100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('CREATE SEQUENCE pre_flight_revision AS integer START %s', extract(epoch FROM baton.now())::integer + 60);
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
