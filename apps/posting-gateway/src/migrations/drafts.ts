import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a curator prepares, sealed. `curator_id` is part of the key, so that an id tells nobody whether somebody else has a
 * draft under it. `revision` grows with every change; `fingerprint` tells equal words without reading them.
 */
export class Drafts1764000046000 implements MigrationInterface {
  name = 'Drafts1764000046000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'discarded', 'sent')),
        revision integer NOT NULL CHECK (revision > 0),
        sealed_content bytea NOT NULL,
        fingerprint bytea NOT NULL,
        media_ids uuid[] NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, curator_id, draft_id)
      )`);
    await tenantTable(runner, 'draft');
    await runner.query('CREATE INDEX draft_by_age ON draft (charity_id, changed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draft');
  }
}
