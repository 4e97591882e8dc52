import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `rehearsal`: a curator tries what a post can be. Its row is locked by whoever changes anything of it, so that no word is
 *   sealed under a key that is being shredded. `parked`: which made-up messages they left to the team.
 * - `rehearsal_post`: what they tried, sealed under one key for each rehearsal.
 * - `curator_prepared`: what has been said of a curator's preparing, so that it is said once.
 *
 * Why nothing of this can reach X. What goes there is claimed from `lane` and read from `post`, `media` and `account`. These
 * tables have no account, no takeover, no lane and no moment of an attempt; no foreign key leads from here to any of those, or
 * from any of those to here; no trigger, view or function of the database reads them. To be published, a row would have to
 * be copied into `post` by hand, where it lacks the account and the takeover that every post of a curator must have.
 * `never-on-x.test.ts` reads the catalogue for each of these. ADR 26.
 *
 * A `follow_up` without a takeover is about words of a rehearsal.
 */
export class Rehearsals1764000078000 implements MigrationInterface {
  name = 'Rehearsals1764000078000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rehearsal (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        touched_at timestamptz NOT NULL DEFAULT baton.now(),
        parked text[] NOT NULL DEFAULT '{}' CHECK (parked <@ ARRAY['kind', 'question', 'unkind']),
        PRIMARY KEY (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'rehearsal');
    await runner.query(`
      CREATE TABLE rehearsal_post (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        post_id uuid NOT NULL,
        sequence bigint GENERATED ALWAYS AS IDENTITY,
        thread_id uuid NOT NULL,
        position integer NOT NULL CHECK (position > 0),
        answers text CHECK (answers IN ('kind', 'question', 'unkind')),
        fate text NOT NULL CHECK (fate IN ('queued', 'held', 'blocked')),
        fingerprint bytea NOT NULL,
        media_ids uuid[] NOT NULL,
        accepted_at timestamptz NOT NULL,
        due_at timestamptz,
        withdrawn_at timestamptz,
        sealed_content bytea NOT NULL,
        PRIMARY KEY (charity_id, curator_id, post_id),
        FOREIGN KEY (charity_id, curator_id) REFERENCES rehearsal ON DELETE CASCADE,
        CONSTRAINT due_where_it_would_go CHECK ((due_at IS NOT NULL) = (fate = 'queued'))
      )`);
    await tenantTable(runner, 'rehearsal_post');
    await runner.query('CREATE INDEX rehearsal_post_by_age ON rehearsal_post (charity_id, accepted_at)');
    await runner.query(`
      CREATE TABLE curator_prepared (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        what text NOT NULL CHECK (what IN ('rehearsal', 'firstPost')),
        at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, curator_id, what)
      )`);
    await tenantTable(runner, 'curator_prepared');
    await runner.query('ALTER TABLE follow_up ALTER COLUMN takeover_id DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM follow_up WHERE takeover_id IS NULL');
    await runner.query('ALTER TABLE follow_up ALTER COLUMN takeover_id SET NOT NULL');
    await runner.query('DROP TABLE curator_prepared, rehearsal_post, rehearsal');
  }
}
