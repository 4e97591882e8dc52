import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `charity`: the little this service knows of a charity.
 * - `takeover`: its own copy of the windows. `closes_at` is known from the booking on, so that the end
 *   of a window needs no message; `closed_at` can only make it earlier.
 * - `kill_switch`: one row a charity. Whoever is about to call X holds a share lock on it for as long as
 *   it takes to write that down; whoever throws the switch waits for those and no longer.
 */
export class TakeoversAndSwitch1700000010000 implements MigrationInterface {
  name = 'TakeoversAndSwitch1700000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE charity (
        charity_id uuid PRIMARY KEY,
        name text NOT NULL,
        zone text NOT NULL
      )`);
    await tenantTable(runner, 'charity');
    await runner.query(`
      CREATE TABLE takeover (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        pen_name text NOT NULL,
        identity_level text NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        opened_at timestamptz,
        closed_at timestamptz,
        PRIMARY KEY (charity_id, takeover_id),
        CONSTRAINT takeover_begins_before_it_ends CHECK (opens_at < closes_at)
      )`);
    await tenantTable(runner, 'takeover');
    await runner.query(`
      CREATE TABLE kill_switch (
        charity_id uuid PRIMARY KEY,
        mode text NOT NULL CHECK (mode IN ('off', 'hold', 'pause', 'takenBack')),
        since timestamptz,
        sealed_reason bytea,
        changed_by uuid,
        revision integer NOT NULL
      )`);
    await tenantTable(runner, 'kill_switch');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kill_switch, takeover, charity');
  }
}
