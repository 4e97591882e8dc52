import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `cost_entry`: what X takes money for, in millionths of a dollar. Only ever added to; a post is in it once for each kind.
 * - `budget`: what a takeover may cost. No row: there is no limit.
 * - `account.out_of_credit_since`: X refused for want of credit, and has taken nothing since.
 * - `post.cost_kind`: what X takes it for. `over_budget`: it waits for a higher limit.
 */
export class Costs1764000043000 implements MigrationInterface {
  name = 'Costs1764000043000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cost_entry (
        charity_id uuid NOT NULL,
        entry_id bigint GENERATED ALWAYS AS IDENTITY,
        takeover_id uuid,
        account_id uuid NOT NULL,
        post_id uuid,
        kind text NOT NULL CHECK (kind IN ('post', 'postWithUrl', 'summonedReply', 'ownRead', 'postRead',
                                           'media', 'delete')),
        units integer NOT NULL CHECK (units > 0),
        micro_usd bigint NOT NULL CHECK (micro_usd >= 0),
        prices_as_of date NOT NULL,
        at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, entry_id)
      )`);
    await tenantTable(runner, 'cost_entry', { appendOnly: true });
    await runner.query(
      `CREATE UNIQUE INDEX cost_of_a_post ON cost_entry (charity_id, post_id, kind) WHERE post_id IS NOT NULL`,
    );
    await runner.query('CREATE INDEX cost_of_takeover ON cost_entry (charity_id, takeover_id)');
    await runner.query(`
      CREATE TABLE budget (
        charity_id uuid PRIMARY KEY,
        soft_micro_usd bigint CHECK (soft_micro_usd >= 0),
        hard_micro_usd bigint CHECK (hard_micro_usd >= soft_micro_usd)
      )`);
    await tenantTable(runner, 'budget');
    await runner.query(`
      ALTER TABLE post
        ADD COLUMN cost_kind text NOT NULL DEFAULT 'post'
          CHECK (cost_kind IN ('post', 'postWithUrl', 'summonedReply')),
        ADD COLUMN over_budget boolean NOT NULL DEFAULT false`);
    await runner.query('ALTER TABLE account ADD COLUMN out_of_credit_since timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account DROP COLUMN out_of_credit_since');
    await runner.query('ALTER TABLE post DROP COLUMN cost_kind, DROP COLUMN over_budget');
    await runner.query('DROP TABLE budget, cost_entry');
  }
}
