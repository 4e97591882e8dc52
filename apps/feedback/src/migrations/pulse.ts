import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `pulse`: what followers are asked about a takeover, from its end on. A work table: answers find their charity by its code,
 *   and rounds what is due.
 * - `pulse_secret`, `pulse_ticket`, `pulse_network`: what keeps one from answering for many. Gone, with the key, when it is over.
 *   A network is a keyed digest; `allowance` is how many more of it count just now, as of `at`.
 * - `pulse_words`: what a follower wrote, sealed. `kinds`: what the checks found.
 * - `pulse_look`: who of the team has looked at words that are hidden.
 * - `retention`: for how many days words are kept, where the charity has said so.
 */
export class Pulse1764600200000 implements MigrationInterface {
  name = 'Pulse1764600200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pulse (
        charity_id uuid NOT NULL REFERENCES charity,
        takeover_id uuid NOT NULL,
        code text NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        next_round_at timestamptz,
        crisis_called_at timestamptz,
        PRIMARY KEY (charity_id, takeover_id)
      )`);
    await tenantTable(runner, 'pulse', { work: true });
    await runner.query('CREATE INDEX pulse_by_code ON pulse (code)');
    await runner.query('CREATE INDEX pulse_due ON pulse (next_round_at) WHERE next_round_at IS NOT NULL');
    await this.guards(runner);
    await this.words(runner);
  }

  private async guards(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pulse_secret (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        sealed bytea NOT NULL,
        PRIMARY KEY (charity_id, takeover_id),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES pulse
      )`);
    await tenantTable(runner, 'pulse_secret');
    await runner.query(`
      CREATE TABLE pulse_ticket (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        nonce bytea NOT NULL,
        answer_id uuid NOT NULL,
        PRIMARY KEY (charity_id, takeover_id, nonce),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES pulse
      )`);
    await tenantTable(runner, 'pulse_ticket');
    await runner.query(`
      CREATE TABLE pulse_network (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        network bytea NOT NULL,
        counted integer NOT NULL,
        allowance double precision NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, takeover_id, network),
        FOREIGN KEY (charity_id, takeover_id) REFERENCES pulse
      )`);
    await tenantTable(runner, 'pulse_network');
  }

  private async words(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pulse_words (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        answer_id uuid NOT NULL,
        sealed bytea NOT NULL,
        kinds text[] NOT NULL,
        may_be_shown boolean NOT NULL,
        PRIMARY KEY (charity_id, takeover_id, answer_id),
        FOREIGN KEY (charity_id, takeover_id, answer_id) REFERENCES pulse_answer
      )`);
    await tenantTable(runner, 'pulse_words');
    await runner.query(`
      CREATE TABLE pulse_look (
        charity_id uuid NOT NULL,
        takeover_id uuid NOT NULL,
        answer_id uuid NOT NULL,
        member_id uuid NOT NULL,
        PRIMARY KEY (charity_id, takeover_id, answer_id, member_id),
        FOREIGN KEY (charity_id, takeover_id, answer_id) REFERENCES pulse_words ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'pulse_look');
    await runner.query(`
      CREATE TABLE retention (
        charity_id uuid PRIMARY KEY,
        pulse_words_days integer NOT NULL,
        revision integer NOT NULL
      )`);
    await tenantTable(runner, 'retention');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
