import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Archives of everything a charity holds. `export` has ids and times only, so background work sees who waits; the archive
 * itself lies in sealed parts under a key of its own, which is shredded when its days are over.
 */
export class Exports1764000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE export (
        charity_id uuid NOT NULL REFERENCES charity,
        export_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'beingMade' CHECK (state IN ('beingMade', 'ready', 'failed', 'expired')),
        asked_at timestamptz NOT NULL DEFAULT baton.now(),
        tries int NOT NULL DEFAULT 0,
        lease uuid,
        leased_until timestamptz NOT NULL DEFAULT '-infinity',
        bytes bigint NOT NULL DEFAULT 0,
        parts int NOT NULL DEFAULT 0,
        expires_at timestamptz,
        PRIMARY KEY (charity_id, export_id),
        CONSTRAINT export_ready_expires CHECK (state <> 'ready' OR expires_at IS NOT NULL)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX export_one_at_a_time ON export (charity_id) WHERE state = 'beingMade'`,
    );
    await tenantTable(runner, 'export', { work: true });
    await runner.query(`
      CREATE TABLE export_part (
        charity_id uuid NOT NULL,
        export_id uuid NOT NULL,
        number int NOT NULL,
        sealed bytea NOT NULL,
        PRIMARY KEY (charity_id, export_id, number),
        FOREIGN KEY (charity_id, export_id) REFERENCES export (charity_id, export_id) ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'export_part');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
