import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `saved_form` is what somebody has typed so far, and the address they want the link mailed to, sealed under a key of that
 *   form's own; of the link only a keyed digest is here.
 * - `saved_form_mail` counts mails with such links by a keyed digest of their address, so that nobody's mailbox is filled.
 */
export class SavedForms1764000080100 implements MigrationInterface {
  name = 'SavedForms1764000080100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_form (
        charity_id uuid NOT NULL,
        saved_form_id uuid NOT NULL,
        call_id uuid NOT NULL,
        language text,
        content_sealed bytea NOT NULL,
        content_fingerprint bytea NOT NULL,
        email_sealed bytea,
        email_fingerprint bytea,
        token_fingerprint bytea NOT NULL,
        saves int NOT NULL DEFAULT 1 CHECK (saves > 0),
        saved_at timestamptz NOT NULL DEFAULT baton.now(),
        kept_until timestamptz NOT NULL,
        PRIMARY KEY (charity_id, saved_form_id),
        CONSTRAINT saved_form_token UNIQUE (charity_id, token_fingerprint),
        CONSTRAINT saved_form_address CHECK ((email_sealed IS NULL) = (email_fingerprint IS NULL)),
        FOREIGN KEY (charity_id, call_id) REFERENCES call (charity_id, call_id)
      )`);
    await runner.query('CREATE INDEX saved_form_old ON saved_form (charity_id, kept_until)');
    await tenantTable(runner, 'saved_form');
    await runner.query(`
      CREATE TABLE saved_form_mail (
        charity_id uuid NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        email_fingerprint bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, id)
      )`);
    await runner.query(
      'CREATE INDEX saved_form_mail_to ON saved_form_mail (charity_id, email_fingerprint, at)',
    );
    await tenantTable(runner, 'saved_form_mail');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_form_mail');
    await runner.query('DROP TABLE saved_form');
  }
}
