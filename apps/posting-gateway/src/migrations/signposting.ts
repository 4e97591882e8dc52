import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every version of where each charity points people in distress to. The newest is in force; none is ever changed. */
export class Signposting1764000030002 implements MigrationInterface {
  name = 'Signposting1764000030002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signposting (
        charity_id uuid NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        resources jsonb NOT NULL,
        set_at timestamptz NOT NULL DEFAULT baton.now(),
        set_by uuid NOT NULL,
        PRIMARY KEY (charity_id, version)
      )`);
    await tenantTable(runner, 'signposting', { appendOnly: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signposting');
  }
}
