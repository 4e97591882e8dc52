import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `takeover.changed_at`: calendars take the newer of two by it; kept by a trigger, so that no line of code can forget to.
 * - `calendar_link`: who made a link, and a keyed digest of its token.
 */
export class Calendars1764000100400 implements MigrationInterface {
  name = 'Calendars1764000100400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE takeover ADD COLUMN changed_at timestamptz NOT NULL DEFAULT baton.now()');
    await runner.query(`
      CREATE FUNCTION takeover_changes() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN NEW.changed_at := baton.now(); RETURN NEW; END $$`);
    await runner.query(
      'CREATE TRIGGER takeover_changes BEFORE UPDATE ON takeover FOR EACH ROW EXECUTE FUNCTION takeover_changes()',
    );
    await runner.query('CREATE INDEX takeover_by_end ON takeover (charity_id, closes_at)');
    await runner.query(`
      CREATE TABLE calendar_link (
        charity_id uuid NOT NULL,
        link_id uuid NOT NULL,
        curator_id uuid,
        member_id uuid,
        token_fingerprint bytea NOT NULL,
        made_at timestamptz NOT NULL DEFAULT baton.now(),
        last_read_at timestamptz,
        ended_at timestamptz,
        PRIMARY KEY (charity_id, link_id),
        CONSTRAINT calendar_link_has_a_holder CHECK ((curator_id IS NULL) <> (member_id IS NULL)),
        CONSTRAINT calendar_link_by_token UNIQUE (charity_id, token_fingerprint)
      )`);
    await tenantTable(runner, 'calendar_link');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
