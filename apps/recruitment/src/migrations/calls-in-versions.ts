import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - What a call says and asks is kept in versions, which are only added to; an application knows the one it answered. What
 *   was a call so far is the first version of it.
 * - `answers_sealed` is what somebody answered, under their own key.
 * - `call_echo`: somebody who has an application already sent another form. For a week it takes a place of the call like any
 *   application, so that how soon a call is full does not tell whose address is known. An id and a time.
 */
export class CallsInVersions1764000080000 implements MigrationInterface {
  name = 'CallsInVersions1764000080000';

  async up(runner: QueryRunner): Promise<void> {
    await this.keepVersions(runner);
    await this.answerThem(runner);
    await runner.query(`
      CREATE TABLE call_echo (
        charity_id uuid NOT NULL,
        application_id uuid NOT NULL,
        call_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, application_id),
        FOREIGN KEY (charity_id, call_id) REFERENCES call (charity_id, call_id)
      )`);
    await tenantTable(runner, 'call_echo');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }

  private async keepVersions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE call_version (
        charity_id uuid NOT NULL,
        call_id uuid NOT NULL,
        version int NOT NULL CHECK (version > 0),
        content jsonb NOT NULL,
        published_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, call_id, version),
        FOREIGN KEY (charity_id, call_id) REFERENCES call (charity_id, call_id)
      )`);
    // The owner sees every charity's rows for as long as it takes to copy them.
    await runner.query('ALTER TABLE call NO FORCE ROW LEVEL SECURITY');
    await runner.query(`
      INSERT INTO call_version (charity_id, call_id, version, content, published_at)
      SELECT charity_id, call_id, 1, opened_at_first.content, opened_at FROM call, LATERAL (
        SELECT jsonb_build_object('language', 'en', 'title', title, 'invitation', invitation,
          'consentText', consent_text, 'minimumAge', 18, 'questions', '[]'::jsonb, 'translations', '{}'::jsonb) AS content
      ) AS opened_at_first`);
    await runner.query('ALTER TABLE call FORCE ROW LEVEL SECURITY');
    await tenantTable(runner, 'call_version', { appendOnly: true });
    await runner.query(`
      ALTER TABLE call
        DROP COLUMN title, DROP COLUMN invitation, DROP COLUMN consent_text, DROP COLUMN consent_hash,
        ADD COLUMN version int NOT NULL DEFAULT 1 CHECK (version > 0),
        ADD COLUMN changes int NOT NULL DEFAULT 0 CHECK (changes >= 0),
        ADD COLUMN opens_at timestamptz,
        ADD COLUMN closes_at timestamptz,
        ADD COLUMN capacity int CHECK (capacity > 0),
        ADD COLUMN embed_on text[] NOT NULL DEFAULT '{}'`);
  }

  private async answerThem(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE application
        ADD COLUMN call_version int NOT NULL DEFAULT 1,
        ADD COLUMN answers_sealed bytea,
        ADD FOREIGN KEY (charity_id, call_id, call_version) REFERENCES call_version (charity_id, call_id, version),
        ADD CONSTRAINT application_answers_unreadable
          CHECK (state NOT IN ('withdrawn', 'left') OR answers_sealed IS NULL)`);
    await runner.query('ALTER TABLE application ALTER COLUMN call_version DROP DEFAULT');
    await runner.query('CREATE INDEX application_of_call ON application (charity_id, call_id)');
  }
}
