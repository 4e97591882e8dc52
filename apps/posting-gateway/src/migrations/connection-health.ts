import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a person is told about the connection: since when and why X does not take the keys any more (`lost_…`), when the
 * present pair was granted, and, once the charity has taken the connection back, whether X has confirmed that it ended.
 */
export class ConnectionHealth1764000030001 implements MigrationInterface {
  name = 'ConnectionHealth1764000030001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account
        DROP CONSTRAINT account_state_check,
        ADD COLUMN granted_at timestamptz NOT NULL DEFAULT baton.now(),
        ADD COLUMN lost_since timestamptz,
        ADD COLUMN lost_because text CHECK (lost_because IN ('renewalRefused', 'keyRefused', 'directMessages')),
        ADD COLUMN disconnected_at timestamptz,
        ADD COLUMN confirmed_by_x boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT account_state_check
            CHECK (state IN ('connected', 'needsReconnecting', 'disconnected', 'replaced')),
        ADD CONSTRAINT account_disconnected CHECK (state <> 'disconnected' OR disconnected_at IS NOT NULL)`);
    await runner.query(
      'ALTER TABLE connection_attempt ADD COLUMN another_account boolean NOT NULL DEFAULT false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE connection_attempt DROP COLUMN another_account');
    await runner.query(`
      ALTER TABLE account
        DROP CONSTRAINT account_disconnected, DROP COLUMN granted_at, DROP COLUMN lost_since,
        DROP COLUMN lost_because, DROP COLUMN disconnected_at, DROP COLUMN confirmed_by_x`);
  }
}
