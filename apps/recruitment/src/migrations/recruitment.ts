import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `person` is the identity vault: name, address and phone, sealed under a key of that person's own, and a keyed
 *   fingerprint of the address for finding it again. No other table here, or anywhere, holds who somebody is. An address
 *   stands for one application; once that is declined it no longer does, and the person may apply again.
 * - `vault_opening` and `agreement_acceptance` are evidence: the service's role can add to them and never change them. Why a
 *   vault was opened is in a manager's words about a person, so it is sealed under that person's key.
 * - `sign_in_request` is written for every address alike, known or not, so nothing about it tells which.
 * - `mail_queue` holds which letter goes to whom by pseudonymous ids; what a letter says beyond that is sealed.
 */
export class Recruitment1764000002000 implements MigrationInterface {
  name = 'Recruitment1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await this.callsAndAgreements(runner);
    await this.applications(runner);
    await this.agreementAcceptances(runner);
    await this.signInAndMail(runner);
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
        standing boolean NOT NULL DEFAULT true,
        reminded_at timestamptz,
        PRIMARY KEY (charity_id, application_id),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX person_known_already ON person (charity_id, email_fingerprint) WHERE standing',
    );
    await tenantTable(runner, 'person');
    await runner.query(`
      CREATE TABLE vault_opening (
        charity_id uuid NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        application_id uuid NOT NULL,
        opened_by text NOT NULL,
        purpose_sealed bytea NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, id)
      )`);
    await runner.query(
      'CREATE INDEX vault_opening_of_person ON vault_opening (charity_id, application_id, id)',
    );
    await tenantTable(runner, 'vault_opening', { appendOnly: true });
  }

  private async agreementAcceptances(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agreement_acceptance (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        version int NOT NULL,
        hash text NOT NULL,
        accepted_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, curator_id, version),
        FOREIGN KEY (charity_id, curator_id) REFERENCES application (charity_id, curator_id),
        FOREIGN KEY (charity_id, version) REFERENCES agreement (charity_id, version)
      )`);
    await tenantTable(runner, 'agreement_acceptance', { appendOnly: true });
  }

  private async signInAndMail(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_request (
        charity_id uuid NOT NULL,
        sign_in_id uuid NOT NULL,
        email_fingerprint bytea NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT baton.now(),
        code_fingerprint bytea,
        expires_at timestamptz,
        tries_left int NOT NULL DEFAULT 5 CHECK (tries_left >= 0),
        used_at timestamptz,
        PRIMARY KEY (charity_id, sign_in_id),
        CONSTRAINT sign_in_code_expires CHECK ((code_fingerprint IS NULL) = (expires_at IS NULL))
      )`);
    await runner.query(
      'CREATE INDEX sign_in_request_of_address ON sign_in_request (charity_id, email_fingerprint, asked_at)',
    );
    await runner.query('CREATE INDEX sign_in_request_old ON sign_in_request (charity_id, asked_at)');
    await tenantTable(runner, 'sign_in_request');
    await runner.query(`
      CREATE TABLE mail_queue (
        charity_id uuid NOT NULL,
        mail_id uuid NOT NULL,
        letter text NOT NULL,
        application_id uuid,
        sign_in_id uuid,
        fields_sealed bytea,
        due_at timestamptz NOT NULL DEFAULT baton.now(),
        failures int NOT NULL DEFAULT 0,
        PRIMARY KEY (charity_id, mail_id),
        CONSTRAINT mail_has_one_addressee CHECK (num_nonnulls(application_id, sign_in_id) = 1),
        FOREIGN KEY (charity_id, application_id)
          REFERENCES application (charity_id, application_id) ON DELETE CASCADE,
        FOREIGN KEY (charity_id, sign_in_id)
          REFERENCES sign_in_request (charity_id, sign_in_id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX mail_queue_due ON mail_queue (due_at)');
    await tenantTable(runner, 'mail_queue', { work: true });
  }
}
