import type { QueryRunner } from 'typeorm';

export interface TenantTableOptions {
  /** Background work may see the rows of all charities: for queues, timers, outboxes. They should hold ids and times. */
  readonly work?: boolean;
  /** The service may add and read rows, never change or delete them. */
  readonly appendOnly?: boolean;
}

/**
 * Closes a table with a `charity_id` to everybody but the charity of the current transaction: row-level security, forced
 * so that the owner is bound as well, and the grants of the service's role. Run inside a migration, after CREATE TABLE.
 */
export async function tenantTable(
  runner: QueryRunner,
  table: string,
  options: TenantTableOptions = {},
): Promise<void> {
  const visible = `charity_id = baton.charity_id()${options.work ? ' OR baton.is_worker()' : ''}`;
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(`CREATE POLICY of_charity ON ${table} USING (${visible}) WITH CHECK (${visible})`);
  await grantToService(
    runner,
    table,
    options.appendOnly ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE',
  );
}

/** Grants on a table to the role of the service whose schema is being migrated. */
export async function grantToService(runner: QueryRunner, table: string, rights: string): Promise<void> {
  await runner.query(`
    DO $$ BEGIN
      EXECUTE format('REVOKE ALL ON ${table} FROM %I', 'baton_' || current_schema());
      EXECUTE format('GRANT ${rights} ON ${table} TO %I', 'baton_' || current_schema());
    END $$`);
}
