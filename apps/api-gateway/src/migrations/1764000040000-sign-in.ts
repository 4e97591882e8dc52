import { platformId } from '@baton/contracts';
import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signing in, step by step: who asked (`sign_in_request`, for minutes), what was mailed (`sign_in_code`, for hours), where
 * somebody is signed in (`staff_session`, `curator_session`), and which devices they have said to know again
 * (`remembered_device`). Addresses are sealed or keyed digests; secrets are hashes.
 *
 * - `sign_in_code.person_id` is null where nobody has the address: the row is written all the same, so that codes are
 *   compared, counted and capped by the same steps for everybody.
 * - `sign_in_code.for_session`: the code confirms a big step in that session, and signs nobody in.
 *
 * Codes that were on their way when this ran are asked for again.
 */
export class SignIn1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.devices(runner);
    await this.requests(runner);
    await this.codes(runner);
    await this.sessions(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }

  private async devices(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE remembered_device (
        charity_id uuid NOT NULL CHECK (charity_id = '${platformId}'),
        device_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        person_id uuid NOT NULL,
        device text NOT NULL,
        remembered_at timestamptz NOT NULL DEFAULT baton.now(),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, device_id),
        UNIQUE (charity_id, token_hash),
        FOREIGN KEY (charity_id, person_id) REFERENCES person (charity_id, person_id) ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'remembered_device');
  }

  private async requests(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_request (
        charity_id uuid NOT NULL CHECK (charity_id = '${platformId}'),
        request_id uuid NOT NULL,
        email_sealed bytea NOT NULL,
        ticket_hash bytea NOT NULL,
        asked_at uuid,
        device_token_hash bytea,
        made_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, request_id)
      )`);
    await tenantTable(runner, 'sign_in_request');
  }

  private async codes(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_code');
    await runner.query(`
      CREATE TABLE sign_in_code (
        charity_id uuid NOT NULL CHECK (charity_id = '${platformId}'),
        id bigint GENERATED ALWAYS AS IDENTITY,
        address_fingerprint bytea NOT NULL,
        person_id uuid,
        device_id uuid,
        for_session uuid,
        ticket_hash bytea NOT NULL,
        code_fingerprint bytea NOT NULL,
        link_hash bytea NOT NULL,
        tries_left int NOT NULL DEFAULT 5 CHECK (tries_left >= 0),
        made_at timestamptz NOT NULL DEFAULT baton.now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (charity_id, id),
        UNIQUE (charity_id, link_hash),
        FOREIGN KEY (charity_id, person_id) REFERENCES person (charity_id, person_id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX sign_in_code_of_ticket ON sign_in_code (charity_id, ticket_hash)');
    await runner.query(
      'CREATE INDEX sign_in_code_for_address ON sign_in_code (charity_id, address_fingerprint, made_at)',
    );
    await tenantTable(runner, 'sign_in_code');
  }

  private async sessions(runner: QueryRunner): Promise<void> {
    for (const table of ['staff_session', 'curator_session']) {
      await runner.query(`
        ALTER TABLE ${table}
          ADD COLUMN session_id uuid NOT NULL DEFAULT gen_random_uuid(),
          ADD COLUMN device text NOT NULL DEFAULT 'A device without a name',
          ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT baton.now(),
          ADD CONSTRAINT ${table}_id UNIQUE (charity_id, session_id)`);
    }
  }
}
