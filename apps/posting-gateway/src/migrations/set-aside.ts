import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `mention.set_aside`: why a message is kept from the curator's inbox; null where they see it. Single words, never what was
 *   written.
 * - `mention.arrived_at`: when Baton read it; how many came in an hour is counted by it.
 */
export class SetAside1764000058000 implements MigrationInterface {
  name = 'SetAside1764000058000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mention
        ADD COLUMN set_aside text[] CHECK (cardinality(set_aside) > 0),
        ADD COLUMN severity text CHECK (severity IN ('low', 'medium', 'high')),
        ADD COLUMN arrived_at timestamptz NOT NULL DEFAULT baton.now(),
        ADD CONSTRAINT mention_set_aside_gravely CHECK ((set_aside IS NULL) = (severity IS NULL))`);
    await runner.query(
      'CREATE INDEX mention_page ON mention (charity_id, takeover_id, at DESC, mention_id DESC)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mention_page');
    await runner.query(
      'ALTER TABLE mention DROP COLUMN set_aside, DROP COLUMN severity, DROP COLUMN arrived_at',
    );
  }
}
