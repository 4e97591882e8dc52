import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `mention.hidden_on_x_at`: since when X hides it from everybody, as somebody asked. */
export class HiddenOnX1764000070300 implements MigrationInterface {
  name = 'HiddenOnX1764000070300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mention ADD COLUMN hidden_on_x_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mention DROP COLUMN hidden_on_x_at');
  }
}
