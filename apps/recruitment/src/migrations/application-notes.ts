import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the team notes about an application, sealed under its person's key; by whom, as a pseudonymous id. */
export class ApplicationNotes1764000071000 implements MigrationInterface {
  name = 'ApplicationNotes1764000071000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_note (
        charity_id uuid NOT NULL,
        note_id uuid NOT NULL,
        application_id uuid NOT NULL,
        written_by uuid NOT NULL,
        text_sealed bytea NOT NULL,
        written_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, note_id),
        FOREIGN KEY (charity_id, application_id) REFERENCES application (charity_id, application_id)
      )`);
    await runner.query(
      'CREATE INDEX application_note_of ON application_note (charity_id, application_id, written_at)',
    );
    await tenantTable(runner, 'application_note');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE application_note');
  }
}
