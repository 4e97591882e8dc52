import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `booking_rules`: what a charity has settled; no row, no settling.
 * - `slot_hold`: one a person and one a slot by constraint. What is past its time counts for nothing and gives way to the next.
 * - `hold_count`: how often somebody held on one day, so that nobody keeps slots from others all day long.
 * - `cancellation`: what somebody said when they called off, sealed under their own key.
 */
export class BookingRulesAndHolds1764000120100 implements MigrationInterface {
  name = 'BookingRulesAndHolds1764000120100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE booking_rules (
        charity_id uuid PRIMARY KEY,
        bookings_ahead integer NOT NULL,
        cool_down_days integer NOT NULL,
        weeks_ahead integer NOT NULL,
        offer_minutes integer NOT NULL,
        swaps_need_manager boolean NOT NULL,
        standby_first boolean NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE slot_hold (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        slot_id uuid NOT NULL,
        held_until timestamptz NOT NULL,
        PRIMARY KEY (charity_id, curator_id),
        CONSTRAINT one_hold_a_slot UNIQUE (charity_id, slot_id),
        FOREIGN KEY (charity_id, curator_id) REFERENCES curator (charity_id, curator_id),
        FOREIGN KEY (charity_id, slot_id) REFERENCES slot (charity_id, slot_id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE hold_count (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        since timestamptz NOT NULL,
        holds integer NOT NULL,
        PRIMARY KEY (charity_id, curator_id),
        FOREIGN KEY (charity_id, curator_id) REFERENCES curator (charity_id, curator_id)
      )`);
    await runner.query(`
      CREATE TABLE cancellation (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        by_whom text NOT NULL CHECK (by_whom IN ('curator', 'team')),
        said_sealed bytea,
        at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, takeover_id),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES takeover (charity_id, takeover_id)
      )`);
    for (const table of ['booking_rules', 'slot_hold', 'hold_count', 'cancellation'])
      await tenantTable(runner, table);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
