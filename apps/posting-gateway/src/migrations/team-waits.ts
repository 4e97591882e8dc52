import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `team_wait`: what waits for a person of the team, since when, until when it should have been seen to, and when somebody is
 *   reminded next. A work table. Held posts enter and leave it with their state, whichever line of code changes that.
 * - `review_target`: within how many minutes a charity means to look at a held post; 30 where it has said nothing.
 * - `post_handed_up`: somebody of the team wants another one to decide about a held post. Over once it is held no more.
 * - `reviewer_wish`: of which checks a member of the team does not want to meet what they found.
 * - `post_note`: what the team says among itself about a post.
 */
export class TeamWaits1764000070500 implements MigrationInterface {
  name = 'TeamWaits1764000070500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE review_target (
        charity_id uuid PRIMARY KEY,
        minutes integer NOT NULL CHECK (minutes BETWEEN 5 AND 1440)
      )`);
    await tenantTable(runner, 'review_target');
    await runner.query(`
      CREATE TABLE team_wait (
        charity_id uuid NOT NULL,
        what text NOT NULL CHECK (what IN ('heldPost', 'followUp', 'report')),
        id uuid NOT NULL,
        since timestamptz NOT NULL DEFAULT baton.now(),
        due_at timestamptz NOT NULL,
        remind_at timestamptz,
        reminders integer NOT NULL DEFAULT 0,
        PRIMARY KEY (charity_id, what, id)
      )`);
    await tenantTable(runner, 'team_wait', { work: true });
    await runner.query('CREATE INDEX team_wait_due ON team_wait (remind_at) WHERE remind_at IS NOT NULL');
    await runner.query(`
      CREATE TABLE post_handed_up (
        charity_id uuid NOT NULL,
        post_id uuid NOT NULL,
        to_whom text NOT NULL CHECK (to_whom IN ('somebodyElse', 'managers')),
        handed_by uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, post_id),
        FOREIGN KEY (charity_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'post_handed_up');
    await runner.query(`
      CREATE TABLE post_note (
        charity_id uuid NOT NULL,
        note_id uuid NOT NULL,
        post_id uuid NOT NULL,
        written_by uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT baton.now(),
        sealed_text bytea NOT NULL,
        PRIMARY KEY (charity_id, note_id),
        FOREIGN KEY (charity_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'post_note');
    await runner.query(`
      CREATE TABLE reviewer_wish (
        charity_id uuid NOT NULL,
        member_id uuid NOT NULL,
        spared text[] NOT NULL,
        PRIMARY KEY (charity_id, member_id)
      )`);
    await tenantTable(runner, 'reviewer_wish');
    await runner.query('CREATE INDEX post_note_of_post ON post_note (charity_id, post_id)');
    await this.followHeldPosts(runner);
  }

  private async followHeldPosts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION follow_held_post() RETURNS trigger
      LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        due timestamptz;
      BEGIN
        IF NEW.state = 'held' THEN
          due := greatest(baton.now(), (SELECT opens_at FROM takeover WHERE takeover_id = NEW.takeover_id))
               + coalesce((SELECT minutes FROM review_target WHERE charity_id = NEW.charity_id), 30) * interval '1 minute';
          INSERT INTO team_wait (charity_id, what, id, due_at, remind_at)
          VALUES (NEW.charity_id, 'heldPost', NEW.post_id, due, due) ON CONFLICT DO NOTHING;
        ELSE
          DELETE FROM team_wait WHERE charity_id = NEW.charity_id AND what = 'heldPost' AND id = NEW.post_id;
          DELETE FROM post_handed_up WHERE charity_id = NEW.charity_id AND post_id = NEW.post_id;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER post_is_held AFTER INSERT ON post
        FOR EACH ROW WHEN (NEW.state = 'held') EXECUTE FUNCTION follow_held_post()`);
    await runner.query(`
      CREATE TRIGGER post_is_held_or_no_more AFTER UPDATE OF state ON post
        FOR EACH ROW WHEN (OLD.state <> NEW.state AND 'held' IN (OLD.state, NEW.state))
        EXECUTE FUNCTION follow_held_post()`);
    await runner.query(`
      INSERT INTO team_wait (charity_id, what, id, due_at, remind_at)
      SELECT charity_id, 'heldPost', post_id, baton.now() + interval '30 minutes', baton.now() + interval '30 minutes'
        FROM post WHERE state = 'held'
      UNION ALL
      SELECT charity_id, 'followUp', follow_up_id, opened_at, baton.now() + interval '4 hours'
        FROM follow_up WHERE closed_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER post_is_held_or_no_more ON post');
    await runner.query('DROP TRIGGER post_is_held ON post');
    await runner.query('DROP FUNCTION follow_held_post()');
    await runner.query('DROP TABLE reviewer_wish, post_note, post_handed_up, team_wait, review_target');
  }
}
