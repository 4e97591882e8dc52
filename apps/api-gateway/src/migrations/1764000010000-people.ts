import { platformId } from '@baton/contracts';
import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People sign in once for all the charities they belong to, so addresses move from `member` to `person`, which belongs to
 * the platform. What the old tables held cannot be moved by SQL, since it is sealed under each charity's keys; no
 * installation outside a developer's machine had any. `member` now holds ids and a role and nothing a person typed, so
 * background work may look across charities for the memberships of one person.
 */
export class People1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_queue, sign_in_code, session, member');
    await this.people(runner);
    await this.signIn(runner);
    await this.letters(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }

  private async people(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        charity_id uuid NOT NULL CHECK (charity_id = '${platformId}'),
        person_id uuid NOT NULL,
        email_sealed bytea NOT NULL,
        email_fingerprint bytea NOT NULL,
        made_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, person_id),
        CONSTRAINT person_known_already UNIQUE (charity_id, email_fingerprint)
      )`);
    await tenantTable(runner, 'person');
    await runner.query(`
      CREATE TABLE member (
        charity_id uuid NOT NULL REFERENCES charity,
        member_id uuid NOT NULL,
        person_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'manager', 'moderator', 'trustee', 'analyst')),
        joined_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, member_id),
        CONSTRAINT member_known_already UNIQUE (charity_id, person_id)
      )`);
    await runner.query('CREATE INDEX member_of_person ON member (person_id)');
    await tenantTable(runner, 'member', { work: true });
  }

  private async signIn(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_code (
        charity_id uuid NOT NULL,
        person_id uuid NOT NULL,
        code_fingerprint bytea NOT NULL,
        tries_left int NOT NULL DEFAULT 5 CHECK (tries_left >= 0),
        made_at timestamptz NOT NULL DEFAULT baton.now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        id bigint GENERATED ALWAYS AS IDENTITY,
        PRIMARY KEY (charity_id, id),
        FOREIGN KEY (charity_id, person_id) REFERENCES person (charity_id, person_id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE INDEX sign_in_code_of_person ON sign_in_code (charity_id, person_id, made_at DESC)',
    );
    await tenantTable(runner, 'sign_in_code');
    await runner.query(`
      CREATE TABLE staff_session (
        charity_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        person_id uuid NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT baton.now(),
        expires_at timestamptz NOT NULL,
        stepped_up_until timestamptz,
        PRIMARY KEY (charity_id, token_hash),
        FOREIGN KEY (charity_id, person_id) REFERENCES person (charity_id, person_id) ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'staff_session');
    await runner.query(`
      CREATE TABLE curator_session (
        charity_id uuid NOT NULL REFERENCES charity,
        token_hash bytea NOT NULL,
        curator_id uuid NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT baton.now(),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, token_hash)
      )`);
    await tenantTable(runner, 'curator_session');
  }

  private async letters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_queue (
        charity_id uuid NOT NULL,
        mail_id uuid NOT NULL,
        letter_sealed bytea NOT NULL,
        due_at timestamptz NOT NULL DEFAULT baton.now(),
        failures int NOT NULL DEFAULT 0,
        give_up_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, mail_id)
      )`);
    await runner.query('CREATE INDEX mail_queue_due ON mail_queue (due_at)');
    await tenantTable(runner, 'mail_queue', { work: true });
  }
}
