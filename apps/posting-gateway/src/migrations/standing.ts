import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where the charity stands with the operator, in the row of its kill switch: whoever is about to call X locks that row,
 * so both reasons to stop are read, and thrown, at one moment. `standing_revision` is that of the fact it was told by.
 */
export class Standing1764000030000 implements MigrationInterface {
  name = 'Standing1764000030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE kill_switch
        ADD COLUMN standing text NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'suspended', 'leaving')),
        ADD COLUMN standing_revision integer NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE kill_switch DROP COLUMN standing, DROP COLUMN standing_revision');
  }
}
