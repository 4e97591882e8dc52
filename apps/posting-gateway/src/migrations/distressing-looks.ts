import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `distressing_look`: who of the team has looked at which edition of a post that may be hard to read. */
export class DistressingLooks1764000062000 implements MigrationInterface {
  name = 'DistressingLooks1764000062000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE distressing_look (
        charity_id uuid NOT NULL,
        member_id uuid NOT NULL,
        post_id uuid NOT NULL,
        edition integer NOT NULL,
        at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, member_id, post_id, edition),
        FOREIGN KEY (charity_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'distressing_look');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE distressing_look');
  }
}
