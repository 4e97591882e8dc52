import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `team_alert.subject`: what it is about (a takeover, a slot, a post, a message); null of a crisis and of those called before.
 *   `settled_at`: when the reason for it was gone, where nobody had taken it.
 * - `on_call_revision`: counts what is said about shifts, so that two changes within a second have an order. It begins above the
 *   seconds that were revisions until now.
 */
export class AlertsSettle1764000170000 implements MigrationInterface {
  name = 'AlertsSettle1764000170000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE team_alert ADD COLUMN subject uuid, ADD COLUMN settled_at timestamptz');
    await runner.query(`
      CREATE INDEX team_alert_unsettled ON team_alert (charity_id, subject)
       WHERE taken_by IS NULL AND settled_at IS NULL`);
    await runner.query('ALTER TABLE on_call_shift DROP COLUMN revision');
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('CREATE SEQUENCE on_call_revision AS integer START %s', extract(epoch FROM baton.now())::integer + 60);
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
