import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `person` is the identity vault: name, address and phone, sealed under a key of that person's own, and a keyed
 * fingerprint of the address for finding it again. No other table here, or anywhere, holds who somebody is.
 * `vault_opening` is append-only: the service's role can write what was opened and never change it.
 */
export class Recruitment1764000002000 implements MigrationInterface {
  name = 'Recruitment1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await this.callsAndAgreements(runner);
    await this.applications(runner);
    await this.mailAndCodes(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }

  private async callsAndAgreements(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE charity (
        charity_id uuid PRIMARY KEY,
        name text NOT NULL,
        slug text NOT NULL,
        zone text NOT NULL
      )`);
    await tenantTable(runner, 'charity');
    await runner.query(`
      CREATE TABLE call (
        charity_id uuid NOT NULL,
        call_id uuid NOT NULL,
        title text NOT NULL,
        invitation text NOT NULL,
        consent_text text NOT NULL,
        consent_hash text NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, call_id)
      )`);
    await tenantTable(runner, 'call');
    await runner.query(`
      CREATE TABLE agreement (
        charity_id uuid NOT NULL,
        version int NOT NULL CHECK (version > 0),
        text text NOT NULL,
        hash text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, version)
      )`);
    await tenantTable(runner, 'agreement', { appendOnly: true });
  }

  private async applications(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application (
        charity_id uuid NOT NULL,
        application_id uuid NOT NULL,
        call_id uuid NOT NULL,
        curator_id uuid,
        pen_name text NOT NULL,
        identity_level text NOT NULL CHECK (identity_level IN ('named', 'firstName', 'penName', 'anonymous')),
        about_sealed bytea,
        consent_hash text NOT NULL,
        content_fingerprint bytea NOT NULL,
        state text NOT NULL CHECK (state IN ('applied', 'preparing', 'ready', 'declined')),
        agreement_version int,
        agreement_hash text,
        agreed_at timestamptz,
        applied_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, application_id),
        CONSTRAINT application_curator UNIQUE (charity_id, curator_id),
        CONSTRAINT application_curator_known CHECK ((curator_id IS NOT NULL) = (state IN ('preparing', 'ready'))),
        CONSTRAINT application_agreed CHECK ((state = 'ready') = (agreement_version IS NOT NULL)),
        FOREIGN KEY (charity_id, call_id) REFERENCES call (charity_id, call_id),
        FOREIGN KEY (charity_id, agreement_version) REFERENCES agreement (charity_id, version)
      )`);
    await tenantTable(runner, 'application');
    await runner.query(`
      CREATE TABLE person (
        charity_id uuid NOT NULL,
        application_id uuid NOT NULL,
        name_sealed bytea NOT NULL,
        email_sealed bytea NOT NULL,
        phone_sealed bytea,
        email_fingerprint bytea NOT NULL,
        PRIMARY KEY (charity_id, application_id),
        CONSTRAINT person_known_already UNIQUE (charity_id, email_fingerprint),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id) ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'person');
    await runner.query(`
      CREATE TABLE vault_opening (
        charity_id uuid NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        application_id uuid NOT NULL,
        opened_by text NOT NULL,
        purpose text NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, id)
      )`);
    await runner.query(
      'CREATE INDEX vault_opening_of_person ON vault_opening (charity_id, application_id, id)',
    );
    await tenantTable(runner, 'vault_opening', { appendOnly: true });
  }

  private async mailAndCodes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_code (
        charity_id uuid NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        application_id uuid NOT NULL,
        code_fingerprint bytea NOT NULL,
        tries_left int NOT NULL DEFAULT 5 CHECK (tries_left >= 0),
        made_at timestamptz NOT NULL DEFAULT baton.now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (charity_id, id),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE INDEX sign_in_code_of_person ON sign_in_code (charity_id, application_id, made_at DESC)',
    );
    await tenantTable(runner, 'sign_in_code');
    await runner.query(`
      CREATE TABLE mail_queue (
        charity_id uuid NOT NULL,
        mail_id uuid NOT NULL,
        application_id uuid NOT NULL,
        letter text NOT NULL,
        fields_sealed bytea NOT NULL,
        due_at timestamptz NOT NULL DEFAULT baton.now(),
        failures int NOT NULL DEFAULT 0,
        PRIMARY KEY (charity_id, mail_id),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX mail_queue_due ON mail_queue (due_at)');
    await tenantTable(runner, 'mail_queue', { work: true });
  }
}
