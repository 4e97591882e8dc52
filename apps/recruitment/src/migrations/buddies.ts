import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `buddy_offer` and `buddy_wish`: who would be there for somebody, and who would like somebody to be. One row a curator.
 * - `buddy_pair`: who is there for whom. A newcomer has one buddy at a time; the database says so.
 * - `buddy_message`: what they write each other, sealed with its writer: it goes when they go.
 */
export class Buddies1764000083010 implements MigrationInterface {
  name = 'Buddies1764000083010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE buddy_offer (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        offered_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, curator_id),
        FOREIGN KEY (charity_id, curator_id) REFERENCES application (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'buddy_offer');
    await runner.query(`
      CREATE TABLE buddy_wish (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        alert_my_buddy boolean NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, curator_id),
        FOREIGN KEY (charity_id, curator_id) REFERENCES application (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'buddy_wish');
    await runner.query(`
      CREATE TABLE buddy_pair (
        charity_id uuid NOT NULL,
        pair_id uuid NOT NULL,
        newcomer_id uuid NOT NULL,
        buddy_id uuid NOT NULL,
        since timestamptz NOT NULL DEFAULT baton.now(),
        ended_at timestamptz,
        PRIMARY KEY (charity_id, pair_id),
        CONSTRAINT buddy_of_somebody_else CHECK (newcomer_id <> buddy_id),
        FOREIGN KEY (charity_id, newcomer_id) REFERENCES application (charity_id, curator_id),
        FOREIGN KEY (charity_id, buddy_id) REFERENCES application (charity_id, curator_id)
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX buddy_one_at_a_time ON buddy_pair (charity_id, newcomer_id) WHERE ended_at IS NULL',
    );
    await runner.query(
      'CREATE INDEX buddy_pair_of_buddy ON buddy_pair (charity_id, buddy_id) WHERE ended_at IS NULL',
    );
    await tenantTable(runner, 'buddy_pair');
    await runner.query(`
      CREATE TABLE buddy_message (
        charity_id uuid NOT NULL,
        message_id uuid NOT NULL,
        pair_id uuid NOT NULL,
        written_by uuid NOT NULL,
        text_sealed bytea NOT NULL,
        written_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, message_id),
        FOREIGN KEY (charity_id, pair_id) REFERENCES buddy_pair (charity_id, pair_id) ON DELETE CASCADE,
        FOREIGN KEY (charity_id, written_by) REFERENCES application (charity_id, curator_id)
      )`);
    await runner.query('CREATE INDEX buddy_message_of ON buddy_message (charity_id, pair_id, written_at)');
    await tenantTable(runner, 'buddy_message');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
