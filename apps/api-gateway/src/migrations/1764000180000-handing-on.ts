import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `shift_note`: what somebody who hands a shift over wrote for whoever takes it, sealed with a key of that shift; `for_member` is
 *   who did. A row of `on_call_shift` is work and holds no words: it says only that there is a note, so that it is erased in time.
 * - `on_call_settings`: what a charity has settled about calling its team. No row: what is usual.
 */
export class HandingOn1764000180000 implements MigrationInterface {
  name = 'HandingOn1764000180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE on_call_shift ADD has_note boolean NOT NULL DEFAULT false');
    await runner.query('CREATE INDEX on_call_note_to_erase ON on_call_shift (ends_at) WHERE has_note');
    await runner.query(`
      CREATE TABLE shift_note (
        charity_id uuid NOT NULL,
        shift_id uuid NOT NULL,
        for_member uuid,
        note_sealed bytea NOT NULL,
        PRIMARY KEY (charity_id, shift_id),
        FOREIGN KEY (charity_id, shift_id) REFERENCES on_call_shift (charity_id, shift_id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE on_call_settings (
        charity_id uuid PRIMARY KEY REFERENCES charity,
        escalates_after_minutes int NOT NULL CHECK (escalates_after_minutes BETWEEN 5 AND 60)
      )`);
    for (const table of ['shift_note', 'on_call_settings']) await tenantTable(runner, table);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
