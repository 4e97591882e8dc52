import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `preparation_setting`: what the charity asks of curators, where it is not the usual. `preparation_step`: what each of
 *   them has done; the agreement is not in it, it has evidence of its own.
 * - `advice_page` and `advice_picture` are the pack as the team writes it; `advice_pack` is what curators read, a version a
 *   row, never changed. `advice_read`: which page they have read, and how it read then.
 * - `ready_count` counts how often somebody became ready: the revision of the fact that says so.
 */
export class Preparation1764000083000 implements MigrationInterface {
  name = 'Preparation1764000083000';

  async up(runner: QueryRunner): Promise<void> {
    await this.lists(runner);
    await this.advice(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }

  private async lists(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE preparation_setting (
        charity_id uuid NOT NULL,
        item text NOT NULL CHECK (item IN ('advice', 'rehearsal', 'firstPost', 'buddy')),
        requirement text NOT NULL CHECK (requirement IN ('required', 'offered', 'off')),
        PRIMARY KEY (charity_id, item)
      )`);
    await tenantTable(runner, 'preparation_setting');
    await runner.query(`
      CREATE TABLE preparation_step (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        item text NOT NULL CHECK (item IN ('advice', 'rehearsal', 'firstPost', 'buddy')),
        done_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, curator_id, item),
        FOREIGN KEY (charity_id, curator_id) REFERENCES application (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'preparation_step');
    await runner.query('ALTER TABLE application ADD COLUMN ready_count int NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE application NO FORCE ROW LEVEL SECURITY');
    await runner.query('ALTER TABLE agreement_acceptance NO FORCE ROW LEVEL SECURITY');
    await runner.query(`
      UPDATE application SET ready_count = (
        SELECT count(*) FROM agreement_acceptance AS accepted
         WHERE accepted.charity_id = application.charity_id AND accepted.curator_id = application.curator_id)`);
    await runner.query('ALTER TABLE application FORCE ROW LEVEL SECURITY');
    await runner.query('ALTER TABLE agreement_acceptance FORCE ROW LEVEL SECURITY');
  }

  private async advice(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE advice_page (
        charity_id uuid NOT NULL,
        page_id uuid NOT NULL,
        position int NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        PRIMARY KEY (charity_id, page_id)
      )`);
    await tenantTable(runner, 'advice_page');
    await runner.query(`
      CREATE TABLE advice_picture (
        charity_id uuid NOT NULL,
        picture_id uuid NOT NULL,
        page_id uuid NOT NULL,
        description text NOT NULL,
        bytes bytea NOT NULL,
        is_on_page boolean NOT NULL DEFAULT true,
        added_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, picture_id)
      )`);
    await tenantTable(runner, 'advice_picture');
    await runner.query(`
      CREATE TABLE advice_pack (
        charity_id uuid NOT NULL,
        version int NOT NULL CHECK (version > 0),
        pages jsonb NOT NULL,
        hash text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, version)
      )`);
    await tenantTable(runner, 'advice_pack', { appendOnly: true });
    await runner.query(`
      CREATE TABLE advice_read (
        charity_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        page_id uuid NOT NULL,
        hash text NOT NULL,
        read_at timestamptz NOT NULL DEFAULT baton.now(),
        PRIMARY KEY (charity_id, curator_id, page_id),
        FOREIGN KEY (charity_id, curator_id) REFERENCES application (charity_id, curator_id)
      )`);
    await tenantTable(runner, 'advice_read');
  }
}
