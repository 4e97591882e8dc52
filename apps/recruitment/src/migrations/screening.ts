import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `application_move` keeps who moved an application, when, from where to where and, in a word of a list, why: by
 *   pseudonym, and only added to.
 * - `application_message` is what the team and a person write to each other, sealed under that person's key.
 * - `own_link` holds a keyed digest of each link to an applicant's own page; `own_link_request` is written for every
 *   address alike, known or not, so nothing about it tells which.
 * - `screening` says when a charity's applications are looked through next, and `application_wait` for whom that was said
 *   already: ids, times and words of a list.
 */
export class Screening1764000082000 implements MigrationInterface {
  name = 'Screening1764000082000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE application ADD COLUMN look_again_at timestamptz');
    await runner.query('CREATE INDEX person_by_address ON person (charity_id, email_fingerprint)');
    await this.keepMoves(runner);
    await this.keepMessages(runner);
    await this.keepLinks(runner);
    await this.lookThrough(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }

  private async keepMoves(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_move (
        charity_id uuid NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        application_id uuid NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        moved_by text NOT NULL CHECK (moved_by <> ''),
        reason text CHECK (reason ~ '^[A-Za-z]{1,40}$'),
        moved_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, id),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id)
      )`);
    await runner.query(
      'CREATE INDEX application_move_of ON application_move (charity_id, application_id, id)',
    );
    await tenantTable(runner, 'application_move', { appendOnly: true });
  }

  private async keepMessages(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_message (
        charity_id uuid NOT NULL,
        message_id uuid NOT NULL,
        application_id uuid NOT NULL,
        sender text NOT NULL CHECK (sender IN ('team', 'person')),
        written_by uuid,
        via text NOT NULL CHECK (via IN ('page', 'mail')),
        text_sealed bytea NOT NULL,
        written_at timestamptz NOT NULL DEFAULT baton.now(),
        read_at timestamptz,
        PRIMARY KEY (charity_id, message_id),
        CONSTRAINT message_has_a_writer CHECK ((sender = 'team') = (written_by IS NOT NULL)),
        CONSTRAINT team_reads_answers CHECK (sender = 'person' OR read_at IS NULL),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id)
      )`);
    await runner.query(
      'CREATE INDEX application_message_of ON application_message (charity_id, application_id, written_at)',
    );
    await tenantTable(runner, 'application_message');
  }

  private async keepLinks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE own_link (
        charity_id uuid NOT NULL,
        token_fingerprint bytea NOT NULL,
        application_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, token_fingerprint),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id)
      )`);
    await runner.query('CREATE INDEX own_link_of ON own_link (charity_id, application_id)');
    await tenantTable(runner, 'own_link');
    await runner.query(`
      CREATE TABLE own_link_request (
        charity_id uuid NOT NULL,
        request_id uuid NOT NULL,
        email_fingerprint bytea NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, request_id)
      )`);
    await runner.query(
      'CREATE INDEX own_link_request_of_address ON own_link_request (charity_id, email_fingerprint, asked_at)',
    );
    await tenantTable(runner, 'own_link_request');
    await runner.query(`
      ALTER TABLE mail DROP CONSTRAINT mail_addressee_kind_check,
        ADD CONSTRAINT mail_addressee_kind_check
          CHECK (addressee_kind IN ('application', 'signIn', 'ownLink', 'nomination', 'savedForm'))`);
  }

  /** Charities that are aboard already are looked through from now on. */
  private async lookThrough(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE screening (
        charity_id uuid PRIMARY KEY,
        target_days int NOT NULL DEFAULT 3 CHECK (target_days BETWEEN 1 AND 30),
        next_round_at timestamptz NOT NULL DEFAULT baton.now(),
        told_at timestamptz,
        times_told int NOT NULL DEFAULT 0
      )`);
    await runner.query('CREATE INDEX screening_due ON screening (next_round_at)');
    await runner.query('ALTER TABLE charity NO FORCE ROW LEVEL SECURITY');
    await runner.query('INSERT INTO screening (charity_id) SELECT charity_id FROM charity');
    await runner.query('ALTER TABLE charity FORCE ROW LEVEL SECURITY');
    await tenantTable(runner, 'screening', { work: true });
    await runner.query(`
      CREATE TABLE application_wait (
        charity_id uuid NOT NULL,
        application_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('notLookedAt', 'answerUnread', 'lookAgain')),
        since timestamptz NOT NULL,
        PRIMARY KEY (charity_id, application_id, kind, since),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id)
      )`);
    await tenantTable(runner, 'application_wait');
  }
}
