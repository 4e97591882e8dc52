import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `on_call_shift`: who of the team is on call, from when to when. Nobody twice at one time, by constraint.
 * - `team_alert`: for what the team was called; the same reason and cause once. `escalate_at`: when everybody else is called,
 *   unless somebody has said that they see to it. Both are work tables: ids, times and words of fixed lists.
 */
export class OnCall1764000150000 implements MigrationInterface {
  name = 'OnCall1764000150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA baton');
    await runner.query(`
      CREATE TABLE on_call_shift (
        charity_id uuid NOT NULL,
        shift_id uuid NOT NULL,
        member_id uuid NOT NULL,
        begins_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        is_offered boolean NOT NULL DEFAULT false,
        offered_to uuid,
        told_at timestamptz,
        revision int NOT NULL DEFAULT 1,
        PRIMARY KEY (charity_id, shift_id),
        FOREIGN KEY (charity_id, member_id) REFERENCES member (charity_id, member_id) ON DELETE CASCADE,
        CONSTRAINT shift_ends_after_it_begins CHECK (begins_at < ends_at),
        CONSTRAINT on_call_once_at_a_time
          EXCLUDE USING gist (charity_id WITH =, member_id WITH =, tstzrange(begins_at, ends_at) WITH &&)
      )`);
    await runner.query('CREATE INDEX on_call_to_tell ON on_call_shift (begins_at) WHERE told_at IS NULL');
    await runner.query(`
      CREATE TABLE team_alert (
        charity_id uuid NOT NULL,
        alert_id uuid NOT NULL,
        reason text NOT NULL,
        cause uuid NOT NULL,
        details jsonb NOT NULL,
        raised_at timestamptz NOT NULL DEFAULT baton.now(),
        called_at_first int NOT NULL,
        escalate_at timestamptz,
        escalated_at timestamptz,
        taken_by uuid,
        taken_at timestamptz,
        PRIMARY KEY (charity_id, alert_id),
        CONSTRAINT alert_once UNIQUE (charity_id, reason, cause)
      )`);
    await runner.query(
      'CREATE INDEX team_alert_to_escalate ON team_alert (escalate_at) WHERE escalate_at IS NOT NULL',
    );
    for (const table of ['on_call_shift', 'team_alert']) await tenantTable(runner, table, { work: true });
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
