import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `x_limit`: what X's last answers said about how often an account may ask. Of use until `resets_at`.
 */
export class XLimits1764000040400 implements MigrationInterface {
  name = 'XLimits1764000040400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE x_limit (
        charity_id uuid NOT NULL,
        account_id uuid NOT NULL,
        name text NOT NULL
          CHECK (name IN ('publishing', 'deleting', 'postsToday', 'repliesToday', 'appToday')),
        allowed integer NOT NULL,
        remaining integer NOT NULL,
        resets_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, account_id, name)
      )`);
    await tenantTable(runner, 'x_limit');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE x_limit');
  }
}
