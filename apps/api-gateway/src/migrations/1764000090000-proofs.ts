import { platformId } from '@baton/contracts';
import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What better-auth keeps (see the decision on people signing in): passkeys, second factors and the challenges of their
 * ceremonies. A person is a pseudonymous id here as well. The tables belong to the platform, and better-auth's connections
 * see nothing but the platform; `charity_id` fills itself in, since better-auth does not know of it.
 *
 * - `login_session`: for as long as one call to better-auth takes. It opens nothing: our sessions are `staff_session`.
 * - `login_account`: always empty. better-auth looks there for a password before it changes a second factor; nobody has one.
 * - `passkey.label_sealed`, `second_factor_try`, `second_factor_ticket`: ours. What the person calls a passkey; wrong tries in
 *   a row and the last codes that were taken, so that none is taken twice; who has given the first factor and owes the second.
 */
export class Proofs1764000090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(tables)) {
      await runner.query(`
        CREATE TABLE ${table} (
          charity_id uuid NOT NULL DEFAULT '${platformId}' CHECK (charity_id = '${platformId}'),
          ${columns}
        )`);
      await tenantTable(runner, table);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const ofPerson = (column: string) =>
  `FOREIGN KEY (charity_id, ${column}) REFERENCES person (charity_id, person_id) ON DELETE CASCADE`;

const tables: Readonly<Record<string, string>> = {
  login_person: `
    id uuid PRIMARY KEY,
    name text NOT NULL DEFAULT '',
    email text NOT NULL,
    email_verified boolean NOT NULL DEFAULT true,
    image text,
    two_factor_enabled boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT baton.now(),
    updated_at timestamptz NOT NULL DEFAULT baton.now(),
    ${ofPerson('id')}`,
  login_session: `
    id uuid PRIMARY KEY,
    token text NOT NULL,
    user_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    ip_address text,
    user_agent text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    ${ofPerson('user_id')}`,
  login_account: `
    id uuid PRIMARY KEY,
    account_id text NOT NULL,
    provider_id text NOT NULL,
    user_id uuid NOT NULL,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    ${ofPerson('user_id')}`,
  login_challenge: `
    id uuid PRIMARY KEY,
    identifier text NOT NULL,
    value text NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL`,
  passkey: `
    id uuid PRIMARY KEY,
    name text,
    public_key text NOT NULL,
    user_id uuid NOT NULL,
    credential_id text NOT NULL,
    counter bigint NOT NULL,
    device_type text NOT NULL,
    backed_up boolean NOT NULL,
    transports text,
    aaguid text,
    created_at timestamptz NOT NULL,
    label_sealed bytea,
    UNIQUE (charity_id, credential_id),
    ${ofPerson('user_id')}`,
  second_factor: `
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    secret text NOT NULL,
    backup_codes text NOT NULL,
    verified boolean NOT NULL DEFAULT false,
    failed_verification_count int NOT NULL DEFAULT 0,
    locked_until timestamptz,
    UNIQUE (charity_id, user_id),
    ${ofPerson('user_id')}`,
  second_factor_try: `
    person_id uuid NOT NULL,
    failed int NOT NULL DEFAULT 0,
    failed_at timestamptz,
    taken bytea[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (charity_id, person_id),
    ${ofPerson('person_id')}`,
  second_factor_ticket: `
    ticket_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (charity_id, ticket_hash),
    ${ofPerson('person_id')}`,
};
