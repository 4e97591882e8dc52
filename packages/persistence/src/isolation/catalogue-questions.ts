/** A question to PostgreSQL's catalogue whose every answer is a gap. `$1`: the services' schemas; `$2`, where asked for: tables without charity. */
interface CatalogueQuestion {
  readonly gap: string;
  readonly sql: string;
}

/** Tables of the schemas, whether they need a charity, and the number of their `charity_id` column. */
const tables = `
  tables AS (
    SELECT c.oid, c.relowner, n.nspname AS schema, c.relname AS name, n.nspname || '.' || c.relname AS "where",
           c.relrowsecurity AND c.relforcerowsecurity AS closed, a.attnum AS charity, coalesce(a.attnotnull, false) AS certain,
           NOT ('*.' || c.relname = ANY ($2::text[]) OR n.nspname || '.' || c.relname = ANY ($2::text[])) AS tenant
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'charity_id' AND NOT a.attisdropped
     WHERE n.nspname = ANY ($1::text[]) AND c.relkind IN ('r', 'p')
  )`;

/** The two policies `tenantTable` writes. Any other lets something else decide who sees a row. */
const knownPolicies = `(
  '(charity_id = baton.charity_id())',
  '((charity_id = baton.charity_id()) OR baton.is_worker())'
)`;

const aboutTables: CatalogueQuestion[] = [
  {
    gap: 'the table has no charity_id and is not listed as needing none',
    sql: `WITH ${tables} SELECT "where" FROM tables WHERE tenant AND charity IS NULL`,
  },
  {
    gap: 'charity_id may be null',
    sql: `WITH ${tables} SELECT "where" FROM tables WHERE tenant AND charity IS NOT NULL AND NOT certain`,
  },
  {
    gap: 'row-level security is not enabled and forced',
    sql: `WITH ${tables} SELECT "where" FROM tables WHERE tenant AND charity IS NOT NULL AND NOT closed`,
  },
  {
    gap: 'a policy decides by something else than the charity',
    sql: `WITH ${tables}
      SELECT "where", p.polname AS detail FROM tables JOIN pg_catalog.pg_policy p ON p.polrelid = tables.oid
       WHERE tenant AND (
         coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '') NOT IN ${knownPolicies}
         OR coalesce(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), '') NOT IN ${knownPolicies})`,
  },
  {
    gap: 'a foreign key lets a row belong to another charity’s',
    sql: `WITH ${tables}
      SELECT here."where", k.conname AS detail
        FROM pg_catalog.pg_constraint k
        JOIN tables here ON here.oid = k.conrelid
        JOIN tables there ON there.oid = k.confrelid
       WHERE k.contype = 'f' AND here.tenant AND there.charity IS NOT NULL AND NOT EXISTS (
         SELECT FROM unnest(k.conkey, k.confkey) AS pair (mine, theirs)
          WHERE pair.mine = here.charity AND pair.theirs = there.charity)`,
  },
  {
    gap: 'a foreign key leaves the schema',
    sql: `WITH ${tables}
      SELECT here."where", k.conname AS detail
        FROM pg_catalog.pg_constraint k
        JOIN tables here ON here.oid = k.conrelid
        JOIN pg_catalog.pg_class there ON there.oid = k.confrelid
       WHERE k.contype = 'f' AND there.relnamespace::regnamespace::text <> here.schema`,
  },
  {
    gap: 'a unique index tells a charity what another has',
    sql: `WITH ${tables}
      SELECT "where", i.indexrelid::regclass::text AS detail
        FROM tables JOIN pg_catalog.pg_index i ON i.indrelid = tables.oid
       WHERE tenant AND charity IS NOT NULL AND (i.indisunique OR i.indisexclusion)
         AND NOT charity = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])
         AND NOT (i.indisprimary AND i.indnkeyatts = 1 AND EXISTS (
           SELECT FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = tables.oid AND a.attnum = i.indkey[0] AND a.atttypid = 'uuid'::regtype))`,
  },
];

const aboutWaysAround: CatalogueQuestion[] = [
  {
    gap: 'a view reads with its owner’s rights',
    sql: `
      SELECT n.nspname || '.' || c.relname AS "where"
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY ($1::text[]) AND c.relkind = 'v'
         AND NOT coalesce('security_invoker=true' = ANY (c.reloptions) OR 'security_invoker=on' = ANY (c.reloptions), false)`,
  },
  {
    gap: 'row-level security does not reach into a copy (materialised view, foreign table)',
    sql: `
      SELECT n.nspname || '.' || c.relname AS "where"
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY ($1::text[]) AND c.relkind IN ('m', 'f')`,
  },
  {
    gap: 'a function runs with its owner’s rights (SECURITY DEFINER)',
    sql: `
      SELECT n.nspname || '.' || p.proname AS "where"
        FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = ANY ($1::text[] || 'baton'::text) AND p.prosecdef
         -- The one there is (prepare-erasing.ts): without arguments, with a search path of its own, and not for everybody.
         AND NOT (p.proname = 'erase_charity' AND p.pronargs = 0 AND n.nspname <> 'baton'
                  AND 'search_path=pg_catalog, pg_temp' = ANY (p.proconfig)
                  AND NOT has_function_privilege('public', p.oid, 'EXECUTE'))`,
  },
  {
    gap: 'a service’s role is not bound by row-level security',
    sql: `
      SELECT r.rolname::text AS "where" FROM pg_catalog.pg_roles r
       WHERE r.rolname = ANY (SELECT 'baton_' || unnest($1::text[]))
         AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole
              OR EXISTS (SELECT FROM pg_catalog.pg_auth_members m WHERE m.member = r.oid))`,
  },
  {
    gap: 'somebody has rights who should not',
    sql: `WITH ${tables}
      SELECT "where", lower(g.privilege_type) || ' for ' || coalesce(r.rolname, 'everybody') AS detail
        FROM tables JOIN pg_catalog.pg_class c ON c.oid = tables.oid
       CROSS JOIN LATERAL aclexplode(c.relacl) AS g
        LEFT JOIN pg_catalog.pg_roles r ON r.oid = g.grantee
       WHERE g.grantee <> tables.relowner
         AND (r.rolname IS DISTINCT FROM 'baton_' || tables.schema
              OR g.privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))`,
  },
  {
    gap: 'another role may look into the schema',
    sql: `
      SELECT n.nspname::text AS "where", coalesce(r.rolname, 'everybody') AS detail
        FROM pg_catalog.pg_namespace n
       CROSS JOIN LATERAL aclexplode(n.nspacl) AS g
        LEFT JOIN pg_catalog.pg_roles r ON r.oid = g.grantee
       WHERE n.nspname = ANY ($1::text[]) AND g.grantee <> n.nspowner
         AND (r.rolname IS DISTINCT FROM 'baton_' || n.nspname OR g.privilege_type <> 'USAGE')`,
  },
];

export const catalogueQuestions: readonly CatalogueQuestion[] = [...aboutTables, ...aboutWaysAround];
