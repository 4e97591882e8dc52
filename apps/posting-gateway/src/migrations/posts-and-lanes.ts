import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `post`: the constraints allow no state without what belongs to it. `attempt` counts the calls to X
 *   and is the token an outcome must carry; `maybe_out_since` is the start of the first attempt whose
 *   outcome is not known, kept when a person sends the post again.
 * - `post_story`: what happened to a post, in words. Only ever added to.
 * - `lane`: one row for each account. `ready_at` is when there may be something to do, null if nothing
 *   waits; `resting_until` is as long as X asked for; `fence` counts the leases.
 * - `timeline_search`: a row for each unknown outcome while it is being looked for.
 *
 * Lanes and searches are work tables: workers look for due rows of all charities in them. They hold
 * ids and times.
 */
export class PostsAndLanes1700000010001 implements MigrationInterface {
  name = 'PostsAndLanes1700000010001';

  async up(runner: QueryRunner): Promise<void> {
    await this.createPosts(runner);
    await this.createLanes(runner);
  }

  private async createPosts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post (
        charity_id uuid NOT NULL,
        post_id uuid NOT NULL,
        sequence bigint GENERATED ALWAYS AS IDENTITY,
        takeover_id uuid NOT NULL,
        account_id uuid NOT NULL,
        author text NOT NULL CHECK (author IN ('curator', 'charity')),
        curator_id uuid,
        kind text NOT NULL CHECK (kind IN ('post', 'reply', 'introduction', 'signOff')),
        thread_id uuid NOT NULL,
        position integer NOT NULL CHECK (position > 0),
        sealed_text bytea NOT NULL,
        fingerprint bytea NOT NULL,
        weighted_length integer NOT NULL,
        media_ids uuid[] NOT NULL,
        mention_id uuid,
        reply_to_x_post_id text,
        findings jsonb NOT NULL,
        accepted_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('held', 'declined', 'queued', 'attempting', 'published',
                                             'rejected', 'unknown', 'withdrawn', 'missedWindow')),
        due_at timestamptz NOT NULL,
        retry_at timestamptz,
        preparation_faults integer NOT NULL DEFAULT 0,
        approved boolean NOT NULL DEFAULT false,
        attempt integer NOT NULL DEFAULT 0,
        attempted_at timestamptz,
        maybe_out_since timestamptz,
        looking_until timestamptz,
        x_post_id text,
        published_at timestamptz,
        sealed_decline_reason bytea,
        rejection_reason text,
        rejection_words text,
        revision integer NOT NULL DEFAULT 0,
        PRIMARY KEY (charity_id, post_id),
        CONSTRAINT post_takeover FOREIGN KEY (charity_id, takeover_id) REFERENCES takeover,
        CONSTRAINT post_thread FOREIGN KEY (charity_id, thread_id) REFERENCES post,
        CONSTRAINT post_place UNIQUE (charity_id, thread_id, position),
        CONSTRAINT post_on_x UNIQUE (charity_id, account_id, x_post_id),
        CONSTRAINT post_of_a_curator CHECK ((author = 'curator') = (curator_id IS NOT NULL)),
        CONSTRAINT post_attempted CHECK (state NOT IN ('attempting', 'unknown') OR attempted_at IS NOT NULL),
        CONSTRAINT post_unknown CHECK (state <> 'unknown' OR maybe_out_since IS NOT NULL),
        CONSTRAINT post_published
          CHECK (state <> 'published' OR (x_post_id IS NOT NULL AND published_at IS NOT NULL)),
        CONSTRAINT post_declined CHECK (state <> 'declined' OR sealed_decline_reason IS NOT NULL),
        CONSTRAINT post_rejected
          CHECK (state <> 'rejected' OR (rejection_reason IS NOT NULL AND rejection_words IS NOT NULL))
      )`);
    await tenantTable(runner, 'post');
    await runner.query(`CREATE INDEX post_of_takeover ON post (charity_id, takeover_id, sequence)`);
    await runner.query(
      `CREATE INDEX post_waiting ON post (charity_id, account_id, due_at) WHERE state = 'queued'`,
    );
    await runner.query(`
      CREATE INDEX post_unsettled ON post (charity_id, state, sequence)
       WHERE state IN ('held', 'attempting', 'unknown')`);
    await runner.query(`
      CREATE TABLE post_story (
        charity_id uuid NOT NULL,
        entry_id bigint GENERATED ALWAYS AS IDENTITY,
        post_id uuid NOT NULL,
        at timestamptz NOT NULL,
        what text NOT NULL,
        PRIMARY KEY (charity_id, post_id, entry_id),
        FOREIGN KEY (charity_id, post_id) REFERENCES post
      )`);
    await tenantTable(runner, 'post_story', { appendOnly: true });
  }

  private async createLanes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lane (
        charity_id uuid NOT NULL,
        account_id uuid NOT NULL,
        ready_at timestamptz,
        resting_until timestamptz,
        leased_until timestamptz,
        fence bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (charity_id, account_id)
      )`);
    await tenantTable(runner, 'lane', { work: true });
    await runner.query(`CREATE INDEX lane_ready ON lane (ready_at) WHERE ready_at IS NOT NULL`);
    await runner.query(`
      CREATE TABLE timeline_search (
        charity_id uuid NOT NULL,
        post_id uuid NOT NULL,
        account_id uuid NOT NULL,
        attempt integer NOT NULL,
        looks integer NOT NULL DEFAULT 0,
        next_look_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, post_id),
        FOREIGN KEY (charity_id, post_id) REFERENCES post
      )`);
    await tenantTable(runner, 'timeline_search', { work: true });
    await runner.query(`CREATE INDEX timeline_search_due ON timeline_search (next_look_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE timeline_search, lane, post_story, post');
  }
}
