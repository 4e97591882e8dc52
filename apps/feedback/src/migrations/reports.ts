import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What reports are made of, kept from the facts of other services, in whatever order these come.
 *
 * - `weekend`: a takeover, its window as it was last set and as it came to be. `never_opened`: the fact of its end says so.
 * - `curator_agreement`: which version of the curating agreement holds for whom; a weekend keeps the one it began with.
 * - `hold`: a post waited for a person, once for each time it was held.
 * - `incident`: something happened that trustees should know of. No words, and not who.
 * - `weekend_note`: what the managers noted; sealed, and gone with the curator it is about.
 */
export class Reports1764600400000 implements MigrationInterface {
  name = 'Reports1764600400000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createWeekends(runner);
    await runner.query(`
      CREATE TABLE hold (
        charity_id uuid NOT NULL REFERENCES charity,
        post_id uuid NOT NULL,
        revision integer NOT NULL,
        takeover_id uuid NOT NULL,
        checks text[] NOT NULL,
        held_at timestamptz NOT NULL,
        decided_at timestamptz,
        verdict text CHECK (verdict IN ('approve', 'decline')),
        decided_by text,
        PRIMARY KEY (charity_id, post_id, revision),
        CONSTRAINT hold_decided CHECK ((decided_at IS NULL) = (verdict IS NULL))
      )`);
    await tenantTable(runner, 'hold');
    await runner.query('CREATE INDEX hold_of_weekend ON hold (charity_id, takeover_id, held_at)');
    await runner.query(`
      CREATE TABLE incident (
        charity_id uuid NOT NULL REFERENCES charity,
        incident_id uuid NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        takeover_id uuid,
        proof integer,
        PRIMARY KEY (charity_id, incident_id)
      )`);
    await tenantTable(runner, 'incident');
    await runner.query('CREATE INDEX incident_at ON incident (charity_id, at)');
    await runner.query('CREATE INDEX incident_of_weekend ON incident (charity_id, takeover_id)');
    await runner.query(`
      CREATE TABLE weekend_note (
        charity_id uuid NOT NULL REFERENCES charity,
        takeover_id uuid NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        sealed_text bytea NOT NULL,
        for_report boolean NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, takeover_id),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES weekend
      )`);
    await tenantTable(runner, 'weekend_note');
  }

  private async createWeekends(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE weekend (
        charity_id uuid NOT NULL REFERENCES charity,
        takeover_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        pen_name text,
        identity_level text,
        agreement_version integer,
        opens_at timestamptz,
        closes_at timestamptz,
        opened_at timestamptz,
        closed_at timestamptz,
        never_opened boolean NOT NULL DEFAULT false,
        because text,
        given_back_at timestamptz,
        PRIMARY KEY (charity_id, takeover_id)
      )`);
    await tenantTable(runner, 'weekend');
    await runner.query('CREATE INDEX weekend_by_opening ON weekend (charity_id, opens_at)');
    await runner.query('CREATE INDEX weekend_of_curator ON weekend (charity_id, curator_id)');
    await runner.query(`
      CREATE TABLE curator_agreement (
        charity_id uuid NOT NULL REFERENCES charity,
        curator_id uuid NOT NULL,
        agreement_version integer NOT NULL,
        PRIMARY KEY (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'curator_agreement');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
