import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `survey`: one row for each survey a curator is asked to answer. Scores are columns, free text is sealed: a score
 *   belongs in reports, words belong to the person.
 * - `takeover_count`: what happened in a takeover, in numbers, for reports.
 * - `analyst_feed`: which charity holds which feed. Names are unique on the whole server because a feed is a consumer
 *   of one stream; rows are closed to other charities all the same.
 */
export class Surveys1764000001000 implements MigrationInterface {
  name = 'Surveys1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE charity (
        charity_id uuid PRIMARY KEY,
        zone text NOT NULL
      )`);
    await tenantTable(runner, 'charity');
    await runner.query(`
      CREATE TABLE survey (
        charity_id uuid NOT NULL REFERENCES charity,
        survey_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        wave text NOT NULL CHECK (wave IN ('after')),
        opened_at timestamptz NOT NULL DEFAULT baton.now(),
        answered_at timestamptz,
        companionship text,
        left_out text,
        isolated text,
        direct text,
        experience smallint CHECK (experience BETWEEN 1 AND 5),
        words_sealed bytea,
        answer_fingerprint bytea,
        PRIMARY KEY (charity_id, survey_id),
        CONSTRAINT survey_once UNIQUE (charity_id, takeover_id, curator_id, wave)
      )`);
    await tenantTable(runner, 'survey');
    await runner.query('CREATE INDEX survey_of_curator ON survey (charity_id, curator_id, opened_at DESC)');
    await runner.query(`
      CREATE TABLE takeover_count (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        published int NOT NULL DEFAULT 0,
        replies int NOT NULL DEFAULT 0,
        pictures int NOT NULL DEFAULT 0,
        held int NOT NULL DEFAULT 0,
        PRIMARY KEY (charity_id, takeover_id)
      )`);
    await tenantTable(runner, 'takeover_count');
    await runner.query(`
      CREATE TABLE analyst_feed (
        charity_id uuid NOT NULL,
        feed text NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, feed),
        CONSTRAINT analyst_feed_taken UNIQUE (feed)
      )`);
    await tenantTable(runner, 'analyst_feed');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
