import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `reminder_wish`: whose clock a curator's reminders go by, and how they come. No address is known here.
 * - `pre_flight`: what was found before a window; `problems` null until it is known.
 * - `on_call_shift`: when somebody of the team is on call, as heard.
 */
export class RemindersAndPreFlight1764000100200 implements MigrationInterface {
  name = 'RemindersAndPreFlight1764000100200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_wish (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        zone text,
        channel text NOT NULL CHECK (channel IN ('mail', 'calendar', 'none')),
        reminders text[] NOT NULL,
        PRIMARY KEY (charity_id, curator_id),
        FOREIGN KEY (charity_id, curator_id) REFERENCES curator (charity_id, curator_id)
      )`);
    await runner.query(`
      CREATE TABLE pre_flight (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        time text NOT NULL CHECK (time IN ('dayBefore', 'hourBefore')),
        opens_at timestamptz NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT baton.now(),
        problems text[],
        PRIMARY KEY (charity_id, takeover_id, time),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES takeover (charity_id, takeover_id)
      )`);
    await runner.query('CREATE INDEX pre_flight_by_opening ON pre_flight (charity_id, opens_at)');
    await runner.query(`
      CREATE TABLE on_call_shift (
        charity_id uuid NOT NULL,
        shift_id uuid NOT NULL,
        begins_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, shift_id)
      )`);
    for (const table of ['reminder_wish', 'pre_flight', 'on_call_shift']) await tenantTable(runner, table);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
