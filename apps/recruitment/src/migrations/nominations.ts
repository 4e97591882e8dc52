import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `nomination`: that somebody was suggested, by whom in kind, and what became of it. Address and greeting are sealed under
 *   a key of the nomination's own, which is shredded once it is over; then nothing in the row leads to anybody.
 * - `nomination_address`: a keyed digest of an address that was asked, so that it is asked once in 90 days whoever
 *   nominates, and never again after a no.
 */
export class Nominations1764000081000 implements MigrationInterface {
  name = 'Nominations1764000081000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE nomination (
        charity_id uuid NOT NULL,
        nomination_id uuid NOT NULL,
        nominated_by text NOT NULL CHECK (nominated_by IN ('follower', 'curator')),
        curator_id uuid,
        state text NOT NULL DEFAULT 'asked'
          CHECK (state IN ('asked', 'agreed', 'refused', 'lapsed', 'applied')),
        asked_at timestamptz NOT NULL DEFAULT baton.now(),
        state_since timestamptz NOT NULL DEFAULT baton.now(),
        revision int NOT NULL DEFAULT 1,
        token_fingerprint bytea NOT NULL,
        email_sealed bytea,
        greeting_sealed bytea,
        PRIMARY KEY (charity_id, nomination_id),
        CONSTRAINT nomination_of_curator CHECK (curator_id IS NULL OR nominated_by = 'curator'),
        CONSTRAINT nomination_keeps_both CHECK ((email_sealed IS NULL) = (greeting_sealed IS NULL)),
        CONSTRAINT nomination_forgets CHECK (state IN ('asked', 'agreed') OR email_sealed IS NULL),
        FOREIGN KEY (charity_id, curator_id) REFERENCES application (charity_id, curator_id)
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX nomination_by_link ON nomination (charity_id, token_fingerprint)',
    );
    await runner.query('CREATE INDEX nomination_by_day ON nomination (charity_id, asked_at)');
    await runner.query('CREATE INDEX nomination_by_state ON nomination (charity_id, state, state_since)');
    await tenantTable(runner, 'nomination');
    await runner.query(`
      CREATE TABLE nomination_address (
        charity_id uuid NOT NULL,
        email_fingerprint bytea NOT NULL,
        nomination_id uuid NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT baton.now(),
        refused_at timestamptz,
        PRIMARY KEY (charity_id, email_fingerprint),
        FOREIGN KEY (charity_id, nomination_id) REFERENCES nomination (charity_id, nomination_id)
      )`);
    await tenantTable(runner, 'nomination_address');
    await runner.query(
      `ALTER TABLE application ADD COLUMN nominated_by text CHECK (nominated_by IN ('follower', 'curator'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
