import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `letter_words` is what a charity lets a letter say, in every version; only added to. A version without words: from then on
 *   Baton's own went again. The highest version of a letter and language is the one that counts.
 * - `mail_sender` is the name that a charity's mails come from.
 * - `mail_return` tells the mail door which charity's a mail was that came back: ids and times only.
 * - `heard_takeover` is what was heard of somebody's weekends, so that no mail tells of one that is off.
 */
export class WordsAndReturns1764000084000 implements MigrationInterface {
  name = 'WordsAndReturns1764000084000';

  async up(runner: QueryRunner): Promise<void> {
    await this.ownWords(runner);
    await this.wishesAndOutcomes(runner);
    await this.returns(runner);
    await this.takeovers(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }

  private async ownWords(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter_words (
        charity_id uuid NOT NULL,
        letter text NOT NULL,
        language text NOT NULL,
        version int NOT NULL CHECK (version > 0),
        subject text,
        opening text,
        text text,
        set_by uuid NOT NULL,
        set_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, letter, language, version),
        CONSTRAINT letter_words_whole CHECK (num_nulls(subject, opening, text) IN (0, 3))
      )`);
    await tenantTable(runner, 'letter_words', { appendOnly: true });
    await runner.query(`
      CREATE TABLE mail_sender (
        charity_id uuid PRIMARY KEY,
        name text,
        reply_to text,
        set_by uuid NOT NULL,
        set_at timestamptz NOT NULL DEFAULT baton.now()
      )`);
    await tenantTable(runner, 'mail_sender');
  }

  private async wishesAndOutcomes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person
        ADD COLUMN discreet boolean NOT NULL DEFAULT false,
        ADD COLUMN unreachable_since timestamptz,
        ADD COLUMN proved_at timestamptz`);
    await runner.query(`
      ALTER TABLE mail
        DROP CONSTRAINT mail_outcome_check,
        ADD CONSTRAINT mail_outcome_known
          CHECK (outcome IN ('queued', 'sent', 'dropped', 'refused', 'givenUp', 'bounced', 'complained'))`);
  }

  private async returns(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_return (
        charity_id uuid NOT NULL,
        mail_id uuid NOT NULL,
        written_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, mail_id),
        FOREIGN KEY (charity_id, mail_id) REFERENCES mail (charity_id, mail_id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX mail_return_of_mail ON mail_return (mail_id)');
    await runner.query('CREATE INDEX mail_return_old ON mail_return (charity_id, written_at)');
    await tenantTable(runner, 'mail_return', { work: true });
  }

  private async takeovers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE heard_takeover (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'scheduled' CHECK (state IN ('scheduled', 'open', 'over')),
        PRIMARY KEY (charity_id, takeover_id)
      )`);
    await runner.query('CREATE INDEX heard_takeover_of_curator ON heard_takeover (charity_id, curator_id)');
    await tenantTable(runner, 'heard_takeover');
  }
}
