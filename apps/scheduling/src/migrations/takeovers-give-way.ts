import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `gave_way`: called off, swapped, unwell: the row stays, so that calendars and people can be told, and its slot may be
 *   somebody else's. Still one takeover a slot by constraint, of those that did not give way (R13).
 * - Live takeovers of a charity never overlap: windows can be moved now, and a check could not see one that is just moving.
 * - `timer`: what comes due about a subject. Ids and times only, so it may be a work table.
 */
export class TakeoversGiveWay1764000100100 implements MigrationInterface {
  name = 'TakeoversGiveWay1764000100100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE takeover
        ADD COLUMN gave_way boolean NOT NULL DEFAULT false,
        ADD COLUMN because text,
        ADD COLUMN opened_at timestamptz,
        ADD COLUMN closed_at timestamptz,
        DROP CONSTRAINT one_takeover_a_slot,
        ADD CONSTRAINT who_gave_way_is_closed CHECK (NOT gave_way OR state = 'closed'),
        ADD CONSTRAINT takeovers_do_not_overlap
          EXCLUDE USING gist (charity_id WITH =, tstzrange(opens_at, closes_at) WITH &&) WHERE (state <> 'closed')`);
    await runner.query(
      'CREATE UNIQUE INDEX one_takeover_a_slot ON takeover (charity_id, slot_id) WHERE NOT gave_way',
    );
    await runner.query(`
      CREATE TABLE timer (
        charity_id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        failures integer NOT NULL DEFAULT 0,
        PRIMARY KEY (charity_id, kind, subject_id)
      )`);
    await runner.query('CREATE INDEX timer_due ON timer (due_at)');
    await runner.query('CREATE INDEX timer_of_subject ON timer (charity_id, subject_id)');
    await tenantTable(runner, 'timer', { work: true });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
