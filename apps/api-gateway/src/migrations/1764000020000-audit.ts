import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit of every charity. The service may add lines and read them; it has no right to change or delete one.
 *
 * - `audit_chain`: which chains there are, so that one that has vanished is missed. Belongs to no table of charities:
 *   a chain outlives its charity.
 * - `audit_line`: the text that is hashed, and its hash. The columns lines are looked for by are computed from the text by
 *   Postgres: no column can say something else than the text does.
 * - `audit_digest`: what was published of a chain each day; a chain that was cut short or written anew does not match it.
 */
export class Audit1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_chain (
        charity_id uuid PRIMARY KEY,
        begun_at timestamptz NOT NULL DEFAULT baton.now()
      )`);
    await tenantTable(runner, 'audit_chain', { work: true, appendOnly: true });
    await runner.query(`
      CREATE TABLE audit_line (
        charity_id uuid NOT NULL REFERENCES audit_chain,
        number int NOT NULL,
        line text NOT NULL,
        hash text NOT NULL,
        fact_id uuid NOT NULL GENERATED ALWAYS AS ((line::jsonb ->> 'id')::uuid) STORED,
        at text NOT NULL GENERATED ALWAYS AS (line::jsonb ->> 'at') STORED,
        actor text NOT NULL GENERATED ALWAYS AS (line::jsonb ->> 'actor') STORED,
        action text NOT NULL GENERATED ALWAYS AS (line::jsonb ->> 'action') STORED,
        PRIMARY KEY (charity_id, number),
        CONSTRAINT audit_line_once UNIQUE (charity_id, fact_id),
        CHECK ((line::jsonb ->> 'charity')::uuid = charity_id AND (line::jsonb ->> 'number')::int = number)
      )`);
    await runner.query('CREATE INDEX audit_line_of_action ON audit_line (charity_id, action, number)');
    await runner.query('CREATE INDEX audit_line_of_actor ON audit_line (charity_id, actor, number)');
    await tenantTable(runner, 'audit_line', { appendOnly: true });
    await runner.query(`
      CREATE TABLE audit_digest (
        charity_id uuid NOT NULL REFERENCES audit_chain,
        day date NOT NULL,
        number int NOT NULL,
        hash text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, day)
      )`);
    await tenantTable(runner, 'audit_digest', { work: true, appendOnly: true });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
