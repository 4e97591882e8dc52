import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `survey`: asked before a takeover (of no takeover yet), after it, and four weeks later.
 * - `pulse_answer`: three taps of a follower under an id their own page made; nothing says whose. `counted` is false where
 *   it was set aside as one of too many from one place.
 * - `post_engagement`: what X says of a post a day, three days and a week after it went out.
 * - `follower_count`: how many follow the account at the edges of a takeover, and a week after.
 */
export class WhatAWeekendDid1764600000000 implements MigrationInterface {
  name = 'WhatAWeekendDid1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE survey
        ALTER COLUMN takeover_id DROP NOT NULL,
        DROP CONSTRAINT survey_wave_check,
        ADD CONSTRAINT survey_wave CHECK (wave IN ('before', 'after', 'fourWeeks')),
        ADD CONSTRAINT survey_about CHECK ((wave = 'before') = (takeover_id IS NULL))`);
    await runner.query(`
      CREATE TABLE pulse_answer (
        charity_id uuid NOT NULL REFERENCES charity,
        takeover_id uuid NOT NULL,
        answer_id uuid NOT NULL,
        less_alone text CHECK (less_alone IN ('yes', 'aLittle', 'no')),
        learned text CHECK (learned IN ('yes', 'aLittle', 'no')),
        counted boolean NOT NULL,
        answered_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, takeover_id, answer_id)
      )`);
    await tenantTable(runner, 'pulse_answer');
    await runner.query(`
      CREATE TABLE post_engagement (
        charity_id uuid NOT NULL REFERENCES charity,
        post_id uuid NOT NULL,
        mark text NOT NULL CHECK (mark IN ('day', 'threeDays', 'week')),
        takeover_id uuid NOT NULL,
        likes integer NOT NULL CHECK (likes >= 0),
        replies integer NOT NULL CHECK (replies >= 0),
        reposts integer NOT NULL CHECK (reposts >= 0),
        quotes integer NOT NULL CHECK (quotes >= 0),
        impressions integer NOT NULL CHECK (impressions >= 0),
        measured_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, post_id, mark)
      )`);
    await tenantTable(runner, 'post_engagement');
    await runner.query(
      'CREATE INDEX post_engagement_of_takeover ON post_engagement (charity_id, takeover_id, mark)',
    );
    await runner.query(`
      CREATE TABLE follower_count (
        charity_id uuid NOT NULL REFERENCES charity,
        takeover_id uuid NOT NULL,
        moment text NOT NULL CHECK (moment IN ('opened', 'closed', 'week')),
        followers integer NOT NULL CHECK (followers >= 0),
        counted_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, takeover_id, moment)
      )`);
    await tenantTable(runner, 'follower_count');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
