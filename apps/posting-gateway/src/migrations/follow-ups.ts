import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `follow_up`: somebody wrote words of a crisis. It stays until a person closes it, whatever becomes of the post. Of the words
 * nothing is kept here.
 */
export class FollowUps1764000052000 implements MigrationInterface {
  name = 'FollowUps1764000052000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE follow_up (
        charity_id uuid NOT NULL,
        follow_up_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        post_id uuid,
        edition integer NOT NULL,
        severity text NOT NULL CHECK (severity IN ('medium', 'high')),
        opened_at timestamptz NOT NULL DEFAULT baton.now(),
        closed_at timestamptz,
        closed_by uuid,
        outcome text,
        sealed_note bytea,
        revision integer NOT NULL DEFAULT 1,
        PRIMARY KEY (charity_id, follow_up_id),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES takeover,
        CONSTRAINT closed_by_a_person CHECK ((closed_at IS NULL) = (closed_by IS NULL AND outcome IS NULL))
      )`);
    await tenantTable(runner, 'follow_up');
    await runner.query(
      `CREATE INDEX follow_up_open ON follow_up (charity_id, opened_at) WHERE closed_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE follow_up');
  }
}
