import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `swap`: of one booking somebody may propose one swap at a time, by constraint; one booking may be asked for by several. */
export class Swaps1764000120300 implements MigrationInterface {
  name = 'Swaps1764000120300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE swap (
        charity_id uuid NOT NULL,
        swap_id uuid NOT NULL,
        proposed_by uuid NOT NULL,
        curator_id uuid NOT NULL,
        gives uuid NOT NULL,
        wants uuid NOT NULL,
        state text NOT NULL DEFAULT 'asked'
          CHECK (state IN ('asked', 'agreed', 'done', 'declined', 'refused', 'withdrawn', 'lapsed')),
        revision integer NOT NULL DEFAULT 1,
        proposed_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, swap_id),
        CONSTRAINT swap_with_another CHECK (proposed_by <> curator_id AND gives <> wants),
        FOREIGN KEY (charity_id, proposed_by) REFERENCES curator (charity_id, curator_id),
        FOREIGN KEY (charity_id, curator_id) REFERENCES curator (charity_id, curator_id),
        FOREIGN KEY (charity_id, gives) REFERENCES takeover (charity_id, takeover_id),
        FOREIGN KEY (charity_id, wants) REFERENCES takeover (charity_id, takeover_id)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX one_swap_a_booking ON swap (charity_id, gives) WHERE state IN ('asked', 'agreed')`,
    );
    await runner.query('CREATE INDEX swap_for_booking ON swap (charity_id, wants)');
    await tenantTable(runner, 'swap');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
