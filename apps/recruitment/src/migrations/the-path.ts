import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - The moves an application may make are written out here as the contracts declare them (`applicationMoves`): the database
 *   refuses every other, whichever line of code asks for it; a test compares the two.
 * - `revision` counts the facts about an application, `decisions` what people of the team decided about it.
 * - `mail` remembers which letter went to whom because of what, and what became of it: the same letter to the same addressee
 *   for the same cause is one mail, for ever. Whom it went to is an id; no address is in it.
 */
export class ThePath1764000070000 implements MigrationInterface {
  name = 'ThePath1764000070000';

  async up(runner: QueryRunner): Promise<void> {
    await this.widenTheStates(runner);
    await this.holdTheMoves(runner);
    await this.rememberMails(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }

  private async widenTheStates(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE application
        ADD COLUMN state_since timestamptz NOT NULL DEFAULT baton.now(),
        ADD COLUMN revision int NOT NULL DEFAULT 2,
        ADD COLUMN decisions int NOT NULL DEFAULT 0 CHECK (decisions >= 0),
        ADD COLUMN language text NOT NULL DEFAULT 'en',
        DROP CONSTRAINT application_state_known,
        DROP CONSTRAINT application_curator_known,
        DROP CONSTRAINT application_agreed,
        ADD CONSTRAINT application_state_known CHECK (state IN
          ('applied', 'screening', 'accepted', 'preparing', 'ready', 'live', 'alumni', 'later', 'declined',
           'withdrawn', 'left')),
        ADD CONSTRAINT application_curator_known CHECK (curator_id IS NOT NULL OR state NOT IN
          ('accepted', 'preparing', 'ready', 'live', 'alumni', 'left')),
        ADD CONSTRAINT application_agreed
          CHECK (agreement_version IS NOT NULL OR state NOT IN ('ready', 'live', 'alumni'))`);
    await runner.query('ALTER TABLE application ALTER COLUMN revision SET DEFAULT 1');
    await runner.query('CREATE INDEX application_by_state ON application (charity_id, state, state_since)');
  }

  private async holdTheMoves(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION declared_application_moves() RETURNS TABLE (before text, after text)
      LANGUAGE sql IMMUTABLE AS $$
        VALUES ('applied', 'screening'), ('applied', 'accepted'), ('applied', 'later'), ('applied', 'declined'),
               ('applied', 'withdrawn'),
               ('screening', 'accepted'), ('screening', 'later'), ('screening', 'declined'),
               ('screening', 'withdrawn'),
               ('declined', 'screening'), ('declined', 'withdrawn'),
               ('later', 'screening'), ('later', 'accepted'), ('later', 'declined'), ('later', 'withdrawn'),
               ('accepted', 'preparing'), ('accepted', 'later'), ('accepted', 'left'),
               ('preparing', 'ready'), ('preparing', 'later'), ('preparing', 'left'),
               ('ready', 'live'), ('ready', 'preparing'), ('ready', 'later'), ('ready', 'left'),
               ('live', 'alumni'), ('live', 'preparing'), ('live', 'left'),
               ('alumni', 'ready'), ('alumni', 'preparing'), ('alumni', 'live'), ('alumni', 'later'),
               ('alumni', 'left'),
               ('later', 'ready'), ('later', 'preparing'), ('later', 'left')
      $$`);
    await runner.query(`
      CREATE FUNCTION refuse_undeclared_move() RETURNS trigger
      LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM declared_application_moves()
                        WHERE before = OLD.state AND after = NEW.state) THEN
          RAISE EXCEPTION 'an application does not go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = format('application_from_%s_to_%s', OLD.state, NEW.state);
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER application_moves BEFORE UPDATE OF state ON application
        FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION refuse_undeclared_move()`);
  }

  /** What waits in the queue already keeps its place. */
  private async rememberMails(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail (
        charity_id uuid NOT NULL,
        mail_id uuid NOT NULL,
        letter text NOT NULL,
        addressee_kind text NOT NULL CHECK (addressee_kind IN ('application', 'signIn', 'nomination', 'savedForm')),
        addressee_id uuid NOT NULL,
        cause text NOT NULL CHECK (cause <> ''),
        outcome text NOT NULL DEFAULT 'queued'
          CHECK (outcome IN ('queued', 'sent', 'dropped', 'refused', 'givenUp')),
        queued_at timestamptz NOT NULL DEFAULT baton.now(),
        settled_at timestamptz,
        PRIMARY KEY (charity_id, mail_id),
        CONSTRAINT mail_once UNIQUE (charity_id, addressee_id, letter, cause),
        CONSTRAINT mail_settled CHECK ((settled_at IS NULL) = (outcome = 'queued'))
      )`);
    // The owner sees every charity's rows for as long as it takes to move them.
    await runner.query('ALTER TABLE mail_queue NO FORCE ROW LEVEL SECURITY');
    await runner.query(`
      INSERT INTO mail (charity_id, mail_id, letter, addressee_kind, addressee_id, cause)
      SELECT charity_id, mail_id, letter, CASE WHEN application_id IS NULL THEN 'signIn' ELSE 'application' END,
             coalesce(application_id, sign_in_id), 'mail ' || mail_id FROM mail_queue`);
    await runner.query('ALTER TABLE mail_queue FORCE ROW LEVEL SECURITY');
    await tenantTable(runner, 'mail');
    await runner.query(`
      ALTER TABLE mail_queue
        DROP COLUMN letter, DROP COLUMN application_id, DROP COLUMN sign_in_id,
        ADD FOREIGN KEY (charity_id, mail_id) REFERENCES mail (charity_id, mail_id) ON DELETE CASCADE`);
  }
}
