import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which member of the team had a letter mailed to themself to look at, so that nobody fills a mailbox. Kept for an hour. */
export class TestLetters1764000084100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE test_letter (
        charity_id uuid NOT NULL REFERENCES charity,
        test_letter_id uuid NOT NULL,
        member_id uuid NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, test_letter_id)
      )`);
    await runner.query('CREATE INDEX test_letter_of_member ON test_letter (charity_id, member_id, asked_at)');
    await tenantTable(runner, 'test_letter');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
