import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What X is to be asked about how a takeover fared, and from when on. Work tables: ids and times.
 * - `measuring`: of a post, at each mark. `mark_at` is the mark itself; `due_at` is later where something stands in between.
 * - `follower_counting`: of the account, at each moment.
 */
export class Measuring1764600202000 implements MigrationInterface {
  name = 'Measuring1764600202000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE measuring (
        charity_id uuid NOT NULL,
        post_id uuid NOT NULL,
        mark text NOT NULL CHECK (mark IN ('day', 'threeDays', 'week')),
        takeover_id uuid NOT NULL,
        account_id uuid NOT NULL,
        mark_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, post_id, mark),
        FOREIGN KEY (charity_id, post_id) REFERENCES post
      )`);
    await tenantTable(runner, 'measuring', { work: true });
    await runner.query('CREATE INDEX measuring_due ON measuring (due_at)');
    await runner.query('CREATE INDEX measuring_of_account ON measuring (charity_id, account_id, due_at)');
    await runner.query(`
      CREATE TABLE follower_counting (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        moment text NOT NULL CHECK (moment IN ('opened', 'closed', 'week')),
        moment_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, takeover_id, moment),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES takeover
      )`);
    await tenantTable(runner, 'follower_counting', { work: true });
    await runner.query('CREATE INDEX follower_counting_due ON follower_counting (due_at)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
