import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `distressing_look` counts followers' messages too, so what was looked at is no longer always a post. */
export class LooksAtMessages1764000070100 implements MigrationInterface {
  name = 'LooksAtMessages1764000070100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE distressing_look DROP CONSTRAINT distressing_look_charity_id_post_id_fkey',
    );
    await runner.query('ALTER TABLE distressing_look RENAME COLUMN post_id TO seen_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DELETE FROM distressing_look WHERE (charity_id, seen_id) NOT IN (SELECT charity_id, post_id FROM post)',
    );
    await runner.query('ALTER TABLE distressing_look RENAME COLUMN seen_id TO post_id');
    await runner.query(
      'ALTER TABLE distressing_look ADD FOREIGN KEY (charity_id, post_id) REFERENCES post ON DELETE CASCADE',
    );
  }
}
