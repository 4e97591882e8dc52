import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody's fingerprints were made last; 0 where there are none. What was made otherwise than now is made anew. */
export class PrintRecipe1764000056010 implements MigrationInterface {
  name = 'PrintRecipe1764000056010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person ADD COLUMN print_recipe integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person DROP COLUMN print_recipe');
  }
}
