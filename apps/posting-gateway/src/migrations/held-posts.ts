import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `post_claim`: who of the team is looking at a held post, and until when it is theirs.
 * - `post_proposal`: the words that the team suggests for an edition of a post; of another edition they say nothing.
 */
export class HeldPosts1764000061000 implements MigrationInterface {
  name = 'HeldPosts1764000061000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post_claim (
        charity_id uuid NOT NULL,
        post_id uuid NOT NULL,
        member_id uuid NOT NULL,
        until timestamptz NOT NULL,
        PRIMARY KEY (charity_id, post_id),
        FOREIGN KEY (charity_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'post_claim');
    await runner.query(`
      CREATE TABLE post_proposal (
        charity_id uuid NOT NULL,
        post_id uuid NOT NULL,
        edition integer NOT NULL,
        proposed_by uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT baton.now(),
        sealed_text bytea NOT NULL,
        sealed_note bytea NOT NULL,
        PRIMARY KEY (charity_id, post_id),
        FOREIGN KEY (charity_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'post_proposal');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE post_proposal, post_claim');
  }
}
