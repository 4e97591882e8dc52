import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many days each charity keeps what, and when what is older is removed next. A work table. */
export class Retention1764000030004 implements MigrationInterface {
  name = 'Retention1764000030004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE retention (
        charity_id uuid PRIMARY KEY,
        mentions_days integer NOT NULL DEFAULT 90 CHECK (mentions_days > 0),
        drafts_and_pictures_days integer NOT NULL DEFAULT 90 CHECK (drafts_and_pictures_days > 0),
        revision integer NOT NULL DEFAULT 0,
        next_round_at timestamptz NOT NULL DEFAULT baton.now()
      )`);
    await tenantTable(runner, 'retention', { work: true });
    await runner.query('CREATE INDEX retention_due ON retention (next_round_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE retention');
  }
}
