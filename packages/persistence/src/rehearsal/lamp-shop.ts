import { CharityId } from '@baton/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../migrations/tenant-table.js';

export const [red, green] = [
  CharityId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0001'),
  CharityId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0002'),
];

/** Lamps are a charity's own; chores are work that goes across charities; the log can only be added to. */
export class LampShop1700000000000 implements MigrationInterface {
  name = 'LampShop1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lamp (
        charity_id uuid NOT NULL,
        lamp_id integer NOT NULL,
        colour text NOT NULL,
        watts integer,
        CONSTRAINT lamp_known PRIMARY KEY (charity_id, lamp_id)
      )`);
    await runner.query(
      'CREATE TABLE chore (charity_id uuid NOT NULL, chore_id integer, PRIMARY KEY (charity_id, chore_id))',
    );
    await runner.query(
      'CREATE TABLE log (charity_id uuid NOT NULL, line integer, PRIMARY KEY (charity_id, line))',
    );
    await tenantTable(runner, 'lamp');
    await tenantTable(runner, 'chore', { work: true });
    await tenantTable(runner, 'log', { appendOnly: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lamp, chore, log');
  }
}
