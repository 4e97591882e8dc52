import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** - `engagement_left_out`: posts that were not measured at a mark, to stay within what their takeover may cost. */
export class EngagementLeftOut1764600201000 implements MigrationInterface {
  name = 'EngagementLeftOut1764600201000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_left_out (
        charity_id uuid NOT NULL REFERENCES charity,
        post_id uuid NOT NULL,
        mark text NOT NULL,
        takeover_id uuid NOT NULL,
        PRIMARY KEY (charity_id, post_id, mark)
      )`);
    await tenantTable(runner, 'engagement_left_out');
    await runner.query(
      'CREATE INDEX engagement_left_out_of_takeover ON engagement_left_out (charity_id, takeover_id)',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
