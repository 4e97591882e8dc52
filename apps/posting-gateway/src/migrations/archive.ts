import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public archive. Its words are plain: they are public for as long as they stand here, and are searched.
 * - `archive_curator`: what a curator says about it. The consent stands while no withdrawal counts higher than those that
 *   came before the yes. `is_anonymous`: they are shown under no name now, whatever they were shown under then.
 * - `archive_entry`, `archive_post`, `archive_picture`: what is shown. `tells_name`: words of the charity’s that have the
 *   pen name in them. `is_out` follows from `archive_out`.
 * - `archive_out`: what the curator or the team keeps out; `what` is the id of a takeover, a post or a picture.
 * - `archive_due`: takeovers to be looked at anew. A work table.
 *
 * The database itself takes out a post that is not published any more or that somebody wants deleted, whichever line of
 * code did that.
 */
export class Archive1764600300000 implements MigrationInterface {
  name = 'Archive1764600300000';

  async up(runner: QueryRunner): Promise<void> {
    await this.consents(runner);
    await this.entries(runner);
    await this.keptOut(runner);
    await this.triggers(runner);
  }

  private async consents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE archive_curator (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        withdrawals_before integer,
        last_withdrawal integer NOT NULL DEFAULT 0,
        lasts_until timestamptz,
        is_anonymous boolean NOT NULL DEFAULT true,
        PRIMARY KEY (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'archive_curator');
  }

  private async entries(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE archive_entry (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        name text,
        name_words tsvector NOT NULL,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz NOT NULL,
        is_out boolean NOT NULL DEFAULT false,
        PRIMARY KEY (charity_id, takeover_id),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES takeover
      )`);
    await tenantTable(runner, 'archive_entry');
    await runner.query(
      'CREATE INDEX archive_entry_newest ON archive_entry (charity_id, opened_at DESC, takeover_id DESC)',
    );
    await runner.query('CREATE INDEX archive_entry_of_curator ON archive_entry (charity_id, curator_id)');
    await runner.query(`
      CREATE TABLE archive_post (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        ordinal integer NOT NULL,
        post_id uuid NOT NULL,
        thread_id uuid NOT NULL,
        author text NOT NULL CHECK (author IN ('curator', 'charity')),
        published_at timestamptz NOT NULL,
        text text NOT NULL,
        poll_options text[] NOT NULL,
        words tsvector NOT NULL,
        tells_name boolean NOT NULL,
        is_out boolean NOT NULL DEFAULT false,
        PRIMARY KEY (charity_id, takeover_id, ordinal),
        CONSTRAINT archive_post_once UNIQUE (charity_id, post_id),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES archive_entry ON DELETE CASCADE,
        FOREIGN KEY (charity_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'archive_post');
    await runner.query(`
      CREATE TABLE archive_picture (
        charity_id uuid NOT NULL,
        post_id uuid NOT NULL,
        media_id uuid NOT NULL,
        ordinal integer NOT NULL,
        alt_text text NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        is_out boolean NOT NULL DEFAULT false,
        PRIMARY KEY (charity_id, post_id, media_id),
        FOREIGN KEY (charity_id, post_id) REFERENCES archive_post (charity_id, post_id) ON DELETE CASCADE,
        FOREIGN KEY (charity_id, media_id) REFERENCES media ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'archive_picture');
    await runner.query('CREATE INDEX archive_picture_of_media ON archive_picture (charity_id, media_id)');
  }

  private async keptOut(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE archive_out (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        what uuid NOT NULL,
        kept_out_by text NOT NULL CHECK (kept_out_by IN ('curator', 'team')),
        since timestamptz NOT NULL DEFAULT baton.now(),
        sealed_reason bytea,
        PRIMARY KEY (charity_id, takeover_id, what, kept_out_by),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES takeover
      )`);
    await tenantTable(runner, 'archive_out');
    await runner.query(`
      CREATE TABLE archive_due (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        due_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, takeover_id),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES takeover
      )`);
    await tenantTable(runner, 'archive_due', { work: true });
    await runner.query('CREATE INDEX archive_due_soonest ON archive_due (due_at)');
  }

  private async triggers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION take_out_of_archive() RETURNS trigger
      LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        DELETE FROM archive_post WHERE charity_id = NEW.charity_id AND post_id = NEW.post_id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER post_leaves_archive AFTER UPDATE OF state ON post
        FOR EACH ROW WHEN (OLD.state = 'published' AND NEW.state <> 'published')
        EXECUTE FUNCTION take_out_of_archive()`);
    await runner.query(`
      CREATE TRIGGER deletion_leaves_archive AFTER INSERT ON deletion
        FOR EACH ROW EXECUTE FUNCTION take_out_of_archive()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER deletion_leaves_archive ON deletion');
    await runner.query('DROP TRIGGER post_leaves_archive ON post');
    await runner.query('DROP FUNCTION take_out_of_archive()');
    await runner.query(
      'DROP TABLE archive_due, archive_out, archive_picture, archive_post, archive_entry, archive_curator',
    );
  }
}
