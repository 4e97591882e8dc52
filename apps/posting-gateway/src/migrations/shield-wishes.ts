import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `shield_wish`: what a curator, or the charity for all of them, wants set aside of what followers write; sealed. */
export class ShieldWishes1764000070400 implements MigrationInterface {
  name = 'ShieldWishes1764000070400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE shield_wish (
        charity_id uuid NOT NULL,
        wisher_id uuid NOT NULL,
        sealed_wishes bytea NOT NULL,
        PRIMARY KEY (charity_id, wisher_id)
      )`);
    await tenantTable(runner, 'shield_wish');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE shield_wish');
  }
}
