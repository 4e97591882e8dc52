import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * API keys of charities' own programs: what each may read, and the hash of the key. A revoked key is deleted; the audit
 * tells that there was one. `made_by` is no foreign key: a key belongs to the charity and outlives who made it.
 */
export class ApiKeys1764000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_key (
        charity_id uuid NOT NULL REFERENCES charity,
        key_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        name text NOT NULL,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL DEFAULT baton.now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        PRIMARY KEY (charity_id, key_id),
        UNIQUE (charity_id, token_hash)
      )`);
    await tenantTable(runner, 'api_key');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
