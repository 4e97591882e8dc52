import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `inbox_watch`: one row a takeover, from its booking on: when to ask X for mentions next (null once there
 *   is nothing more to ask), the newest mention known, and the lease of whoever is asking. A work table.
 * - `mention`: what followers wrote to the account during a takeover, sealed. Each is told once.
 */
export class Inbox1700000020003 implements MigrationInterface {
  name = 'Inbox1700000020003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inbox_watch (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        since_x_post_id text,
        next_poll_at timestamptz,
        leased_until timestamptz,
        fence integer NOT NULL DEFAULT 0,
        PRIMARY KEY (charity_id, takeover_id)
      )`);
    await tenantTable(runner, 'inbox_watch', { work: true });
    await runner.query(
      `CREATE INDEX inbox_watch_due ON inbox_watch (next_poll_at) WHERE next_poll_at IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE mention (
        charity_id uuid NOT NULL,
        mention_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        x_post_id text NOT NULL,
        sealed_words bytea NOT NULL,
        at timestamptz NOT NULL,
        answered_at timestamptz,
        PRIMARY KEY (charity_id, mention_id),
        CONSTRAINT mention_once UNIQUE (charity_id, x_post_id),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES inbox_watch
      )`);
    await tenantTable(runner, 'mention');
    await runner.query(`CREATE INDEX mention_of_takeover ON mention (charity_id, takeover_id, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mention, inbox_watch');
  }
}
