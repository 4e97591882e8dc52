import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `connection_attempt`: a connection somebody has begun: the state that X will send back, hashed, and what
 *   is needed to finish, sealed. Taken once.
 * - `account`: a charity has one that is not `replaced`. `generation` counts the token pairs and is what
 *   every change of them compares; the two `refresh_lease` columns let one process at a time ask for the next.
 *   `doubted`: X refused this access token although it should be good. `renewed_after_doubt_at`: when the
 *   present pair was fetched because of that.
 */
export class ConnectedAccount1700000020001 implements MigrationInterface {
  name = 'ConnectedAccount1700000020001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE connection_attempt (
        charity_id uuid NOT NULL,
        state_hash bytea NOT NULL,
        account_id uuid NOT NULL,
        client_id text NOT NULL,
        sealed_client_secret bytea NOT NULL,
        sealed_code_verifier bytea NOT NULL,
        redirect_uri text NOT NULL,
        expires_at timestamptz NOT NULL,
        taken_at timestamptz,
        connected_at timestamptz,
        PRIMARY KEY (charity_id, state_hash)
      )`);
    await tenantTable(runner, 'connection_attempt');
    await runner.query(`
      CREATE TABLE account (
        charity_id uuid NOT NULL,
        account_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('connected', 'needsReconnecting', 'replaced')),
        x_user_id text NOT NULL,
        handle text NOT NULL,
        display_name text NOT NULL,
        scopes text[] NOT NULL,
        connected_at timestamptz NOT NULL,
        client_id text NOT NULL,
        sealed_client_secret bytea NOT NULL,
        sealed_access_token bytea NOT NULL,
        sealed_refresh_token bytea NOT NULL,
        access_expires_at timestamptz NOT NULL,
        generation integer NOT NULL,
        refresh_leased_until timestamptz,
        refresh_lease uuid,
        doubted boolean NOT NULL DEFAULT false,
        renewed_after_doubt_at timestamptz,
        revision integer NOT NULL,
        PRIMARY KEY (charity_id, account_id)
      )`);
    await tenantTable(runner, 'account');
    await runner.query(
      `CREATE UNIQUE INDEX account_one_a_charity ON account (charity_id) WHERE state <> 'replaced'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account, connection_attempt');
  }
}
