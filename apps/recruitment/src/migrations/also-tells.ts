import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What else would tell who somebody is, sealed: a nickname, a handle, a street. Null where they have said nothing. */
export class AlsoTells1764000056020 implements MigrationInterface {
  name = 'AlsoTells1764000056020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person ADD COLUMN also_tells_sealed bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person DROP COLUMN also_tells_sealed');
  }
}
