import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `consent` and `consent_wording` are evidence: what somebody said yes or no to, word for word. Only added to.
 * - `erasure` tells who has been erased, by pseudonymous id: what a line of the erasure ledger is compared with after a
 *   restore. Only added to.
 * - An application whose person is gone stays as a row of pseudonymous facts: `withdrawn` where they never were a
 *   curator, `left` where they were. Its pen name is empty, because people choose telling ones.
 * - An agreement may be accepted a second time: whoever took back their consent begins anew.
 * - `address_change` holds a new address until its owner has typed the code that was mailed there.
 * - `retention` is a work table: how many days what is kept, and when the next round is.
 */
export class Privacy1764000060000 implements MigrationInterface {
  name = 'Privacy1764000060000';

  async up(runner: QueryRunner): Promise<void> {
    await this.peopleGo(runner);
    await this.consents(runner);
    await this.addressChanges(runner);
    await this.retention(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }

  private async peopleGo(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE application
        ADD COLUMN ended_at timestamptz,
        ADD COLUMN last_part_at timestamptz,
        DROP CONSTRAINT application_state_check,
        DROP CONSTRAINT application_curator_known,
        ADD CONSTRAINT application_state_known
          CHECK (state IN ('applied', 'preparing', 'ready', 'declined', 'withdrawn', 'left')),
        ADD CONSTRAINT application_curator_known
          CHECK ((curator_id IS NOT NULL) = (state IN ('preparing', 'ready', 'left'))),
        ADD CONSTRAINT application_unreadable
          CHECK (state NOT IN ('withdrawn', 'left') OR (pen_name = '' AND about_sealed IS NULL))`);
    await runner.query(`UPDATE application SET ended_at = applied_at WHERE state = 'declined'`);
    await runner.query(`
      CREATE TABLE erasure (
        charity_id uuid NOT NULL,
        application_id uuid NOT NULL,
        past_posts text NOT NULL CHECK (past_posts IN ('keep', 'delete')),
        erased_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, application_id)
      )`);
    await tenantTable(runner, 'erasure', { appendOnly: true });
    await runner.query(`
      ALTER TABLE agreement_acceptance
        DROP CONSTRAINT agreement_acceptance_pkey,
        ADD PRIMARY KEY (charity_id, curator_id, version, accepted_at)`);
  }

  private async consents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consent_wording (
        charity_id uuid NOT NULL,
        channel text NOT NULL CHECK (channel IN ('posting', 'archive', 'quoting', 'contact')),
        version int NOT NULL CHECK (version > 0),
        text text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (charity_id, channel, version),
        CONSTRAINT consent_wording_once UNIQUE (charity_id, channel, hash)
      )`);
    await tenantTable(runner, 'consent_wording', { appendOnly: true });
    await runner.query(`
      CREATE TABLE consent (
        charity_id uuid NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        application_id uuid NOT NULL,
        channel text NOT NULL,
        version int NOT NULL,
        said text NOT NULL CHECK (said IN ('yes', 'no')),
        identity_level text NOT NULL,
        said_at timestamptz NOT NULL DEFAULT baton.now(),
        lasts_until timestamptz,
        past_posts text CHECK (past_posts IN ('keep', 'delete')),
        PRIMARY KEY (charity_id, id),
        CONSTRAINT consent_no_tells_of_posts CHECK ((said = 'no') = (past_posts IS NOT NULL)),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id),
        FOREIGN KEY (charity_id, channel, version) REFERENCES consent_wording (charity_id, channel, version)
      )`);
    await runner.query('CREATE INDEX consent_of_person ON consent (charity_id, application_id, id)');
    await tenantTable(runner, 'consent', { appendOnly: true });
  }

  private async addressChanges(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE address_change (
        charity_id uuid NOT NULL,
        application_id uuid NOT NULL,
        change_id uuid NOT NULL,
        email_sealed bytea NOT NULL,
        code_fingerprint bytea,
        expires_at timestamptz,
        tries_left int NOT NULL DEFAULT 5 CHECK (tries_left >= 0),
        asked_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, change_id),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id)
      )`);
    await runner.query(
      'CREATE INDEX address_change_of_person ON address_change (charity_id, application_id)',
    );
    await tenantTable(runner, 'address_change');
  }

  private async retention(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE retention (
        charity_id uuid PRIMARY KEY,
        declined_days int NOT NULL CHECK (declined_days > 0),
        identity_days int NOT NULL CHECK (identity_days > 0),
        revision int NOT NULL,
        next_round_at timestamptz NOT NULL DEFAULT baton.now()
      )`);
    await runner.query('CREATE INDEX retention_due ON retention (next_round_at)');
    await tenantTable(runner, 'retention', { work: true });
  }
}
