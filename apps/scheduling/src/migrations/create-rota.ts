import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `charity`, `curator`: what this service keeps of the facts it hears; it knows a curator by pen name only.
 * - `rota`: a work table, because filling rotas goes across charities. It holds no person.
 * - `slot`: the wall times and their zone are the truth, the instants are derived from them.
 *   That two slots of a charity never overlap is a constraint: no check in code could see a slot that
 *   another transaction is just adding.
 */
export class CreateRota1700000000101 implements MigrationInterface {
  name = 'CreateRota1700000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA baton');
    await runner.query('CREATE TABLE charity (charity_id uuid PRIMARY KEY, zone text NOT NULL)');
    await runner.query(`
      CREATE TABLE curator (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        pen_name text NOT NULL,
        identity_level text NOT NULL,
        PRIMARY KEY (charity_id, curator_id)
      )`);
    await runner.query(`
      CREATE TABLE rota (
        charity_id uuid NOT NULL,
        rota_id uuid NOT NULL,
        rule jsonb NOT NULL,
        filled_until date NOT NULL DEFAULT '-infinity',
        PRIMARY KEY (charity_id, rota_id)
      )`);
    await runner.query('CREATE INDEX rota_by_filled_until ON rota (filled_until)');
    await runner.query(`
      CREATE TABLE slot (
        charity_id uuid NOT NULL,
        slot_id uuid NOT NULL,
        rota_id uuid,
        zone text NOT NULL,
        opens_at_wall text NOT NULL,
        closes_at_wall text NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, slot_id),
        FOREIGN KEY (charity_id, rota_id) REFERENCES rota (charity_id, rota_id),
        CONSTRAINT slot_ends_after_it_begins CHECK (opens_at < closes_at),
        CONSTRAINT slots_do_not_overlap
          EXCLUDE USING gist (charity_id WITH =, tstzrange(opens_at, closes_at) WITH &&)
      )`);
    await runner.query('CREATE INDEX slot_by_end ON slot (charity_id, closes_at)');
    for (const table of ['charity', 'curator', 'slot']) await tenantTable(runner, table);
    await tenantTable(runner, 'rota', { work: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE slot, rota, curator, charity');
  }
}
