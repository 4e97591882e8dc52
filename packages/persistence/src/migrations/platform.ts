/**
 * What every service's schema builds on: the charity and kind of the current transaction, and the one clock that rules
 * about windows use. `baton.now()` is the database's clock; tests may replace it with a shifted one.
 */
export const platformSql = `
  CREATE SCHEMA IF NOT EXISTS baton;
  CREATE OR REPLACE FUNCTION baton.charity_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('baton.charity_id', true), '')::uuid $$;
  CREATE OR REPLACE FUNCTION baton.is_worker() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(current_setting('baton.worker', true), '') = 'on' $$;
  GRANT USAGE ON SCHEMA baton TO PUBLIC;
`;

/** Made once and then left alone, so that a shifted clock outlives the next service's migration. */
export const clockSql = `
  CREATE FUNCTION baton.now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS $$ SELECT clock_timestamp() $$
`;
