import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `declined_by`: who of the team said no to a post, so that nobody says no a second time to the same author. */
export class WhoSaidNo1764000070000 implements MigrationInterface {
  name = 'WhoSaidNo1764000070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE post ADD COLUMN declined_by uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE post DROP COLUMN declined_by');
  }
}
