import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `post`: polls (sealed like the text: their options are typed by a person), who may answer, the moment its author chose,
 *   and whether it waits for the author's own yes.
 * - `post_story.voice`: whose doing a line is.
 * - `posting_preference`: how a curator wants their posts to be treated. No row: nothing special.
 */
export class EverythingAPostCanBe1764000040000 implements MigrationInterface {
  name = 'EverythingAPostCanBe1764000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE post
        ADD COLUMN sealed_poll bytea,
        ADD COLUMN reply_settings text NOT NULL DEFAULT 'everyone'
          CHECK (reply_settings IN ('everyone', 'following', 'mentionedUsers', 'subscribers', 'verified')),
        ADD COLUMN timed_for timestamptz,
        ADD COLUMN needs_yes boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT post_kind_check,
        ADD CONSTRAINT post_kind_check
          CHECK (kind IN ('post', 'reply', 'introduction', 'signOff', 'cover', 'own'))`);
    await runner.query(`
      ALTER TABLE post_story
        ADD COLUMN voice text NOT NULL DEFAULT 'baton'
          CHECK (voice IN ('author', 'team', 'checks', 'baton', 'x'))`);
    await runner.query(`
      CREATE TABLE posting_preference (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        ask_first boolean NOT NULL,
        PRIMARY KEY (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'posting_preference');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE posting_preference');
    await runner.query('ALTER TABLE post_story DROP COLUMN voice');
    await runner.query(`
      ALTER TABLE post DROP COLUMN sealed_poll, DROP COLUMN reply_settings, DROP COLUMN timed_for,
                       DROP COLUMN needs_yes`);
  }
}
