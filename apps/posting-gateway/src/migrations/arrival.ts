import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of `inbox_watch`:
 * - `x_user_id`: whose mentions were last looked at, by which X's bell finds the inbox. `rung_at`: when it last rang.
 * - `claimed_at`: when the last look began; `answers_bell`: the bell had rung for it. `looked_at`: when one last succeeded.
 * - `bell_trusted`: the bell has rung for what came, so that looks without it only catch up.
 * - `not_before`: no bell brings the next look before this: X asked to be left alone, or there is no money to hurry.
 * - `pace`: why the next look is when it is; `quiet_looks`: how many brought nothing, one after another.
 */
export class Arrival1764000072000 implements MigrationInterface {
  name = 'Arrival1764000072000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inbox_watch
        ADD COLUMN x_user_id text,
        ADD COLUMN rung_at timestamptz,
        ADD COLUMN claimed_at timestamptz,
        ADD COLUMN answers_bell boolean NOT NULL DEFAULT false,
        ADD COLUMN bell_trusted boolean NOT NULL DEFAULT false,
        ADD COLUMN looked_at timestamptz,
        ADD COLUMN not_before timestamptz,
        ADD COLUMN pace text NOT NULL DEFAULT 'usual',
        ADD COLUMN quiet_looks integer NOT NULL DEFAULT 0`);
    await runner.query(
      'CREATE INDEX inbox_watch_bell ON inbox_watch (x_user_id) WHERE next_poll_at IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX inbox_watch_bell');
    await runner.query(
      `ALTER TABLE inbox_watch DROP COLUMN x_user_id, DROP COLUMN rung_at, DROP COLUMN claimed_at, DROP COLUMN answers_bell,
         DROP COLUMN bell_trusted, DROP COLUMN looked_at, DROP COLUMN not_before, DROP COLUMN pace, DROP COLUMN quiet_looks`,
    );
  }
}
