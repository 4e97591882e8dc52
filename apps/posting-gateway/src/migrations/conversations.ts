import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `mention.answers_x_post_id`, `conversation_x_post_id`: the post on X it answers, and the one its conversation began with.
 * - `mention.unanswerable_at`: when X refused an answer to it.
 * - `mention.parked_at` and what follows: left to the team, with what for, and when somebody had seen to it.
 */
export class Conversations1764000063000 implements MigrationInterface {
  name = 'Conversations1764000063000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mention
        ADD COLUMN answers_x_post_id text,
        ADD COLUMN conversation_x_post_id text,
        ADD COLUMN unanswerable_at timestamptz,
        ADD COLUMN parked_at timestamptz,
        ADD COLUMN sealed_parking_note bytea,
        ADD COLUMN seen_to_at timestamptz,
        ADD COLUMN seen_to_by uuid,
        ADD CONSTRAINT mention_parked_first CHECK (parked_at IS NOT NULL OR
          (sealed_parking_note IS NULL AND seen_to_at IS NULL AND seen_to_by IS NULL))`);
    await runner.query(
      'CREATE INDEX mention_parked ON mention (charity_id, parked_at) WHERE parked_at IS NOT NULL AND seen_to_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mention_parked');
    await runner.query(
      `ALTER TABLE mention DROP COLUMN answers_x_post_id, DROP COLUMN conversation_x_post_id, DROP COLUMN unanswerable_at,
         DROP COLUMN parked_at, DROP COLUMN sealed_parking_note, DROP COLUMN seen_to_at, DROP COLUMN seen_to_by`,
    );
  }
}
