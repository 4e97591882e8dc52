import { platformId } from '@baton/contracts';
import type pg from 'pg';
import { keptIn } from './kept-tables.js';

/**
 * Gives a migrated schema what erasing a charity takes:
 *
 * - `erased_charity`: the tombstones. The service reads them; only the function below writes one.
 * - `erase_charity()`: leaves a tombstone and empties every table of the schema of the rows of the transaction's charity.
 *   It runs with its owner's rights, because the service may not delete from tables that are only added to. It takes no
 *   argument: whose rows go is the charity of the transaction, which row-level security and each statement name, and
 *   what stays is written into it (kept-tables.ts).
 *
 * Tables are read from the catalogue when it runs, so one that is added later needs no thought. Data keys go first;
 * then whatever refers to something before what it refers to. Facts that the relay has not published yet stay, since
 * others still have to hear them: erasing again, once they are out, takes them too.
 */
export async function prepareErasing(admin: pg.Client, schema: string, role: string): Promise<void> {
  await admin.query(tombstonesSql(schema, role));
  await admin.query(eraseSql(schema));
  await admin.query(`REVOKE ALL ON FUNCTION ${schema}.erase_charity() FROM PUBLIC`);
  await admin.query(`GRANT EXECUTE ON FUNCTION ${schema}.erase_charity() TO ${role}`);
}

const tombstonesSql = (schema: string, role: string): string => `
  CREATE TABLE IF NOT EXISTS ${schema}.erased_charity (
    charity_id uuid PRIMARY KEY,
    erased_at timestamptz NOT NULL DEFAULT baton.now()
  );
  ALTER TABLE ${schema}.erased_charity ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${schema}.erased_charity FORCE ROW LEVEL SECURITY;
  DROP POLICY IF EXISTS of_charity ON ${schema}.erased_charity;
  CREATE POLICY of_charity ON ${schema}.erased_charity
    USING (charity_id = baton.charity_id() OR baton.is_worker())
    WITH CHECK (charity_id = baton.charity_id() OR baton.is_worker());
  GRANT SELECT ON ${schema}.erased_charity TO ${role};`;

const eraseSql = (schema: string): string => `
  CREATE OR REPLACE FUNCTION ${schema}.erase_charity() RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    leaving uuid := baton.charity_id();
    found record;
    removed bigint;
    total bigint := 0;
  BEGIN
    IF leaving IS NULL OR leaving = '${platformId}' THEN
      RAISE EXCEPTION 'nothing is erased but a charity';
    END IF;
    INSERT INTO ${schema}.erased_charity (charity_id) VALUES (leaving) ON CONFLICT DO NOTHING;
    FOR found IN ${tablesInOrder(schema)} LOOP
      EXECUTE format('DELETE FROM %s WHERE charity_id = $1 %s', found.oid::regclass,
        CASE found.relname WHEN 'outbox'
          THEN 'AND id <= (SELECT position FROM ${schema}.outbox_cursor)' ELSE '' END) USING leaving;
      GET DIAGNOSTICS removed = ROW_COUNT;
      total := total + removed;
    END LOOP;
    RETURN total;
  END $$`;

/** How deep a table lies is the longest way to it along foreign keys; a ring of them ends the count, and then the erasing. */
const tablesInOrder = (schema: string): string => `
      WITH RECURSIVE tenant AS (
        SELECT c.oid, c.relname FROM pg_class c
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'charity_id' AND NOT a.attisdropped
         WHERE c.relnamespace = '${schema}'::regnamespace AND c.relkind IN ('r', 'p')
           AND c.relname <> ALL ('{${keptIn(schema).join(',')}}')
      ), lying AS (
        SELECT oid, 0 AS depth FROM tenant
        UNION
        SELECT k.conrelid, lying.depth + 1 FROM lying
          JOIN pg_constraint k ON k.confrelid = lying.oid AND k.contype = 'f' AND k.conrelid <> k.confrelid
         WHERE lying.depth < 30
      )
      SELECT tenant.oid, tenant.relname FROM tenant JOIN lying USING (oid)
       GROUP BY tenant.oid, tenant.relname
       ORDER BY tenant.relname = 'data_key' DESC, max(lying.depth) DESC, tenant.relname`;
