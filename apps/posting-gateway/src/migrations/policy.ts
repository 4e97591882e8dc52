import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every version of every charity's posting policy. The newest is in force; none is ever changed. */
export class PostingPolicy1700000020000 implements MigrationInterface {
  name = 'PostingPolicy1700000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE posting_policy (
        charity_id uuid NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        policy jsonb NOT NULL,
        set_at timestamptz NOT NULL DEFAULT baton.now(),
        set_by uuid,
        PRIMARY KEY (charity_id, version)
      )`);
    await tenantTable(runner, 'posting_policy', { appendOnly: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE posting_policy');
  }
}
