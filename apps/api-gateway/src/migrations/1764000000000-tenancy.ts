import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Charities, their teams and sessions. `charity` has no row-level security: it is the public list of who is
 * aboard (name, short name, zone), read before any charity is known.
 */
export class Tenancy1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE charity (
        charity_id uuid PRIMARY KEY,
        name text NOT NULL,
        slug text NOT NULL CONSTRAINT charity_slug_taken UNIQUE,
        zone text NOT NULL,
        registered_at timestamptz NOT NULL DEFAULT baton.now()
      )`);
    await runner.query(`
      CREATE TABLE member (
        charity_id uuid NOT NULL REFERENCES charity,
        member_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'manager', 'moderator', 'trustee', 'analyst')),
        email_sealed bytea NOT NULL,
        email_fingerprint bytea NOT NULL,
        invited_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, member_id),
        CONSTRAINT member_known_already UNIQUE (charity_id, email_fingerprint)
      )`);
    await tenantTable(runner, 'member');
    await runner.query(`
      CREATE TABLE sign_in_code (
        charity_id uuid NOT NULL,
        member_id uuid NOT NULL,
        code_fingerprint bytea NOT NULL,
        tries_left int NOT NULL DEFAULT 5 CHECK (tries_left >= 0),
        made_at timestamptz NOT NULL DEFAULT baton.now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        id bigint GENERATED ALWAYS AS IDENTITY,
        PRIMARY KEY (charity_id, id),
        FOREIGN KEY (charity_id, member_id) REFERENCES member (charity_id, member_id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE INDEX sign_in_code_of_member ON sign_in_code (charity_id, member_id, made_at DESC)',
    );
    await tenantTable(runner, 'sign_in_code');
    await runner.query(`
      CREATE TABLE session (
        charity_id uuid NOT NULL REFERENCES charity,
        token_hash bytea NOT NULL,
        member_id uuid,
        curator_id uuid,
        opened_at timestamptz NOT NULL DEFAULT baton.now(),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, token_hash),
        CHECK (num_nonnulls(member_id, curator_id) = 1),
        FOREIGN KEY (charity_id, member_id) REFERENCES member (charity_id, member_id) ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'session');
    await runner.query(`
      CREATE TABLE mail_queue (
        charity_id uuid NOT NULL,
        mail_id uuid NOT NULL,
        member_id uuid NOT NULL,
        code_sealed bytea NOT NULL,
        due_at timestamptz NOT NULL DEFAULT baton.now(),
        failures int NOT NULL DEFAULT 0,
        PRIMARY KEY (charity_id, mail_id),
        FOREIGN KEY (charity_id, member_id) REFERENCES member (charity_id, member_id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX mail_queue_due ON mail_queue (due_at)');
    await tenantTable(runner, 'mail_queue', { work: true });
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('GRANT SELECT, INSERT ON charity TO %I', 'baton_' || current_schema());
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
