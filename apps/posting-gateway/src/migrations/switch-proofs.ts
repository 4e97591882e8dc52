import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `switch_proof`: every use of the kill switch with its proof, by the switch's revision. Never changed.
 * - `post.held_by_switch`: it was held because the switch was on hold, and nothing else would have held it at that moment.
 */
export class SwitchProofs1764000051000 implements MigrationInterface {
  name = 'SwitchProofs1764000051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE switch_proof (
        charity_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        mode text NOT NULL CHECK (mode IN ('off', 'hold', 'pause', 'takenBack')),
        at timestamptz NOT NULL,
        changed_by uuid,
        sealed_reason bytea NOT NULL,
        stopped uuid[] NOT NULL,
        already_out uuid[] NOT NULL,
        unknown uuid[] NOT NULL,
        PRIMARY KEY (charity_id, number)
      )`);
    await tenantTable(runner, 'switch_proof', { appendOnly: true });
    await runner.query('ALTER TABLE post ADD COLUMN held_by_switch boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE post DROP COLUMN held_by_switch');
    await runner.query('DROP TABLE switch_proof');
  }
}
