import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - A link to an applicant's own page knows which mail it is in and since when: older ones end once a new one has gone.
 * - Whether somebody's mails may tell whom they are from is not known until they say so. Nobody was asked before.
 */
export class LinksAndWishes1764000087000 implements MigrationInterface {
  name = 'LinksAndWishes1764000087000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE own_link
        ADD COLUMN mail_id uuid,
        ADD COLUMN issued_at timestamptz NOT NULL DEFAULT baton.now()`);
    await runner.query(
      'ALTER TABLE person ALTER COLUMN discreet DROP NOT NULL, ALTER COLUMN discreet DROP DEFAULT',
    );
    for (const table of ['own_link', 'person'])
      await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`UPDATE own_link SET issued_at = expires_at - interval '60 days'`);
    await runner.query('UPDATE person SET discreet = NULL WHERE NOT discreet');
    for (const table of ['own_link', 'person'])
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
