import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `survey.closes_at`: until when it takes answers; null before a takeover, until that opens. `questions_version`: which of the
 *   charity's own questions it asks, whatever becomes of them later.
 * - `survey_answer`: what was answered to one question, from the first save on. Words are sealed; scores are copied to `survey`
 *   when it is sent off, and count from then on.
 * - `own_questions`: every version of a charity's own questions.
 * - `survey_link`: hashes of links in mails.
 * - `survey_due`: what is to be done later, by what it is about: `askOnceMore` by its takeover, `forgetUnsent` by its survey.
 */
export class SurveysInWaves1764600100000 implements MigrationInterface {
  name = 'SurveysInWaves1764600100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE survey
        ADD COLUMN closes_at timestamptz,
        ADD COLUMN questions_version integer NOT NULL DEFAULT 0,
        ADD COLUMN alarms integer NOT NULL DEFAULT 0`);
    await runner.query(`
      CREATE UNIQUE INDEX survey_before_once ON survey (charity_id, curator_id)
       WHERE wave = 'before' AND answered_at IS NULL AND closes_at IS NULL`);
    await runner.query(`
      CREATE TABLE survey_answer (
        charity_id uuid NOT NULL,
        survey_id uuid NOT NULL,
        question_key text NOT NULL,
        choice text,
        words_sealed bytea,
        may_quote boolean NOT NULL DEFAULT false,
        tone text NOT NULL DEFAULT 'plain' CHECK (tone IN ('plain', 'hard', 'crisis')),
        tells_who boolean NOT NULL DEFAULT false,
        saved_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, survey_id, question_key),
        FOREIGN KEY (charity_id, survey_id) REFERENCES survey ON DELETE CASCADE,
        CONSTRAINT survey_answer_is_one CHECK ((choice IS NULL) <> (words_sealed IS NULL))
      )`);
    await tenantTable(runner, 'survey_answer');
    await this.moveWords(runner);
    await runner.query(`
      CREATE TABLE own_questions (
        charity_id uuid NOT NULL REFERENCES charity,
        wave text NOT NULL CHECK (wave IN ('before', 'after', 'fourWeeks')),
        version integer NOT NULL CHECK (version > 0),
        questions jsonb NOT NULL,
        set_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, wave, version)
      )`);
    await tenantTable(runner, 'own_questions', { appendOnly: true });
    await runner.query(`
      CREATE TABLE survey_link (
        charity_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        survey_id uuid NOT NULL,
        PRIMARY KEY (charity_id, token_hash),
        FOREIGN KEY (charity_id, survey_id) REFERENCES survey ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'survey_link');
    await runner.query(`
      CREATE TABLE survey_due (
        charity_id uuid NOT NULL,
        about_id uuid NOT NULL,
        what text NOT NULL CHECK (what IN ('askOnceMore', 'forgetUnsent')),
        due_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, about_id, what)
      )`);
    await tenantTable(runner, 'survey_due', { work: true });
    await runner.query('CREATE INDEX survey_due_next ON survey_due (due_at)');
  }

  /** Words of surveys that were answered before there were several questions for them; what is open closes like all others. */
  private async moveWords(runner: QueryRunner): Promise<void> {
    for (const table of ['survey', 'survey_answer'])
      await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`
      INSERT INTO survey_answer (charity_id, survey_id, question_key, words_sealed, saved_at)
      SELECT charity_id, survey_id, 'words', words_sealed, answered_at FROM survey WHERE words_sealed IS NOT NULL`);
    await runner.query(`UPDATE survey SET closes_at = opened_at + interval '28 days'`);
    for (const table of ['survey', 'survey_answer'])
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await runner.query('ALTER TABLE survey DROP COLUMN words_sealed, DROP COLUMN answer_fingerprint');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
