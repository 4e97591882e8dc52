import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Before which takeovers somebody has yet to look. A work table: ids and times. */
export class PreFlight1764000100300 implements MigrationInterface {
  name = 'PreFlight1764000100300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pre_flight (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        time text NOT NULL,
        due_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, takeover_id, time)
      )`);
    await runner.query('CREATE INDEX pre_flight_due ON pre_flight (due_at)');
    await tenantTable(runner, 'pre_flight', { work: true });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
