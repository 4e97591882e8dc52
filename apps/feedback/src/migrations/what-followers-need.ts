import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `pulse.set_aside`: devices that do not count and of whose answers nothing is kept.
 * - `pulse.crisis_due_at`: when the team is called again, if nobody has read by then.
 * - `pulse_words.is_crisis`: they sound like a crisis that is now.
 */
export class WhatFollowersNeed1764600202000 implements MigrationInterface {
  name = 'WhatFollowersNeed1764600202000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pulse
        ADD COLUMN set_aside integer NOT NULL DEFAULT 0 CHECK (set_aside >= 0),
        ADD COLUMN crisis_due_at timestamptz`);
    await runner.query('ALTER TABLE pulse_words ADD COLUMN is_crisis boolean NOT NULL DEFAULT false');
    await runner.query(
      'CREATE INDEX pulse_crisis_due ON pulse (crisis_due_at) WHERE crisis_due_at IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX pulse_ticket_of_answer ON pulse_ticket (charity_id, takeover_id, answer_id)',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
