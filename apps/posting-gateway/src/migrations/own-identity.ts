import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `own_identity`: keyed fingerprints of who a curator is, sealed by curator: what their words are compared with. Of one
 *   who left nothing is sealed any more and the row stays, so that a fact that comes late brings nothing back.
 */
export class OwnIdentity1764000056000 implements MigrationInterface {
  name = 'OwnIdentity1764000056000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE own_identity (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        revision integer NOT NULL,
        has_left boolean NOT NULL DEFAULT false,
        sealed_prints bytea,
        PRIMARY KEY (charity_id, curator_id),
        CONSTRAINT own_identity_of_those_here CHECK (has_left = (sealed_prints IS NULL))
      )`);
    await tenantTable(runner, 'own_identity');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE own_identity');
  }
}
