import { platformId } from '@baton/contracts';
import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a review of the access rules found: nobody may make a charity of the platform's own id; an invitation counts its
 * mails; and a curator whose part has ended is remembered by id, so that a sign-in under way at that moment opens nothing.
 */
export class Reviewed1764000140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE charity ADD CONSTRAINT charity_is_not_the_platform CHECK (charity_id <> '${platformId}')`,
    );
    await runner.query('ALTER TABLE invitation ADD mails int NOT NULL DEFAULT 1');
    await runner.query(`
      CREATE TABLE ended_curator (
        charity_id uuid NOT NULL REFERENCES charity,
        curator_id uuid NOT NULL,
        PRIMARY KEY (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'ended_curator');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
