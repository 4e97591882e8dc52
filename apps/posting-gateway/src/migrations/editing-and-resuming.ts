import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `edits`: how often its author has changed a post or sent it again; `edit_fingerprint` tells the last of these changes
 *   from another, as `fingerprint` does the submission, which stays as it was handed over.
 * - `stopped_with`: the place in its thread of the part that failed and stopped this one. What its author took back has
 *   none, and does not go on when the thread does.
 */
export class EditingAndResuming1764000040060 implements MigrationInterface {
  name = 'EditingAndResuming1764000040060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE post
        ADD COLUMN edits integer NOT NULL DEFAULT 0,
        ADD COLUMN edit_fingerprint bytea,
        ADD COLUMN stopped_with integer CHECK (stopped_with <> position)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE post DROP COLUMN edits, DROP COLUMN edit_fingerprint, DROP COLUMN stopped_with',
    );
  }
}
