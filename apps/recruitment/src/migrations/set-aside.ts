import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `set_aside_application` is a form that looks as if no person had sent it. It is no application: what it says, and who
 *   sent it, are sealed apart, under the key the person will have if somebody of the team rescues it.
 * - `application_print` is a keyed digest of each longer text that came within the last minutes, to see the same text coming
 *   again and again.
 */
export class SetAside1764000080200 implements MigrationInterface {
  name = 'SetAside1764000080200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE set_aside_application (
        charity_id uuid NOT NULL,
        application_id uuid NOT NULL,
        call_id uuid NOT NULL,
        call_version int NOT NULL,
        words_sealed bytea NOT NULL,
        person_sealed bytea NOT NULL,
        content_fingerprint bytea NOT NULL,
        reasons text[] NOT NULL CHECK (cardinality(reasons) > 0),
        set_aside_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, application_id),
        FOREIGN KEY (charity_id, call_id, call_version) REFERENCES call_version (charity_id, call_id, version)
      )`);
    await runner.query(
      'CREATE INDEX set_aside_application_old ON set_aside_application (charity_id, set_aside_at)',
    );
    await tenantTable(runner, 'set_aside_application');
    await runner.query(`
      CREATE TABLE application_print (
        charity_id uuid NOT NULL,
        application_id uuid NOT NULL,
        print bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, application_id, print)
      )`);
    await runner.query('CREATE INDEX application_print_again ON application_print (charity_id, print, at)');
    await tenantTable(runner, 'application_print');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE application_print');
    await runner.query('DROP TABLE set_aside_application');
  }
}
