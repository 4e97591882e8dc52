import { platformId } from '@baton/contracts';
import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs this installation, besides whoever holds its token: people like all others, with passkeys and second factors. */
export class Operators1764000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE operator_person (
        charity_id uuid NOT NULL CHECK (charity_id = '${platformId}'),
        person_id uuid NOT NULL,
        PRIMARY KEY (charity_id, person_id),
        FOREIGN KEY (charity_id, person_id) REFERENCES person (charity_id, person_id) ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'operator_person');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
