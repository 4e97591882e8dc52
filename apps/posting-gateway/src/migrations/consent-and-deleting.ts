import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `withdrawn_curator`: who may not post any more, and what they want done with what is out.
 * - `deletion`: a post that X is asked to delete. `next_try_at` is null once X has refused and only a person can help.
 *   A work table.
 */
export class ConsentAndDeleting1764000030003 implements MigrationInterface {
  name = 'ConsentAndDeleting1764000030003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE withdrawn_curator (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        past_posts text NOT NULL CHECK (past_posts IN ('keep', 'delete')),
        since timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'withdrawn_curator');
    await runner.query(`
      ALTER TABLE post
        DROP CONSTRAINT post_state_check,
        ADD COLUMN deleted_at timestamptz,
        ADD CONSTRAINT post_state_check
            CHECK (state IN ('held', 'declined', 'queued', 'attempting', 'published', 'deleted', 'rejected',
                             'unknown', 'withdrawn', 'missedWindow')),
        ADD CONSTRAINT post_deleted
            CHECK (state <> 'deleted' OR (x_post_id IS NOT NULL AND deleted_at IS NOT NULL))`);
    await runner.query(
      'CREATE INDEX post_of_curator ON post (charity_id, curator_id) WHERE curator_id IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE deletion (
        charity_id uuid NOT NULL,
        post_id uuid NOT NULL,
        account_id uuid NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        next_try_at timestamptz,
        PRIMARY KEY (charity_id, post_id),
        FOREIGN KEY (charity_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'deletion', { work: true });
    await runner.query('CREATE INDEX deletion_due ON deletion (next_try_at) WHERE next_try_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deletion, withdrawn_curator');
    await runner.query('ALTER TABLE post DROP CONSTRAINT post_deleted, DROP COLUMN deleted_at');
  }
}
