import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A takeover is its own timer: `due_at`, derived from its state, is when something happens to it next, and
 * a closed takeover is in no one's way because the index leaves it out. It holds ids and times, no person,
 * and so may be a work table: the handover clock sees every charity's.
 *
 * One takeover a slot is a constraint: of any number of bookings at once, the database lets one in (R13).
 */
export class CreateTakeovers1700000000102 implements MigrationInterface {
  name = 'CreateTakeovers1700000000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE takeover (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        slot_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'scheduled',
        revision integer NOT NULL DEFAULT 1,
        due_at timestamptz GENERATED ALWAYS AS
          (CASE state WHEN 'scheduled' THEN opens_at WHEN 'open' THEN closes_at END) STORED,
        PRIMARY KEY (charity_id, takeover_id),
        CONSTRAINT one_takeover_a_slot UNIQUE (charity_id, slot_id),
        FOREIGN KEY (charity_id, slot_id) REFERENCES slot (charity_id, slot_id),
        FOREIGN KEY (charity_id, curator_id) REFERENCES curator (charity_id, curator_id),
        CONSTRAINT takeover_state CHECK (state IN ('scheduled', 'open', 'closed'))
      )`);
    await runner.query('CREATE INDEX takeover_due ON takeover (due_at) WHERE due_at IS NOT NULL');
    await tenantTable(runner, 'takeover', { work: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE takeover');
  }
}
