import { platformId } from '@baton/contracts';
import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Charities that have asked to come aboard. They belong to the platform until somebody has let them in; the contact's
 * address is sealed under a key of the application's own, which is shredded once it has been decided.
 */
export class ComingAboard1764000130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE aboard_application (
        charity_id uuid NOT NULL CHECK (charity_id = '${platformId}'),
        application_id uuid NOT NULL,
        owner_member_id uuid NOT NULL,
        name text NOT NULL,
        slug text NOT NULL,
        zone text NOT NULL,
        registration_number text NOT NULL,
        contact_sealed bytea,
        contact_fingerprint bytea NOT NULL,
        token_hash bytea NOT NULL,
        state text NOT NULL DEFAULT 'unconfirmed'
          CHECK (state IN ('unconfirmed', 'waiting', 'approved', 'declined')),
        applied_at timestamptz NOT NULL DEFAULT baton.now(),
        confirmed_at timestamptz,
        PRIMARY KEY (charity_id, application_id),
        CONSTRAINT aboard_token UNIQUE (charity_id, token_hash),
        CHECK ((state = 'unconfirmed') = (confirmed_at IS NULL)),
        CHECK (state NOT IN ('unconfirmed', 'waiting') OR contact_sealed IS NOT NULL)
      )`);
    await runner.query(
      'CREATE INDEX aboard_application_of_state ON aboard_application (charity_id, state, applied_at)',
    );
    await tenantTable(runner, 'aboard_application');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
