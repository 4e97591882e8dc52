import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LampShop1700000000000 } from '../rehearsal/lamp-shop.js';
import { type RehearsalDatabase, rehearsalDatabase } from '../rehearsal/rehearsal-database.js';
import { dataKeyMigration } from '../sealing/data-key-migration.js';
import { isolationGaps } from './isolation-gaps.js';

/** Each mistake somebody could make, how to take it back, and what the catalogue has to say. */
const planted: { mistake: string; sql: string; undo: string; where: string; gap: string }[] = [
  {
    mistake: 'a table without a charity',
    sql: 'CREATE TABLE switch (on_off boolean)',
    undo: 'DROP TABLE switch',
    where: 'gap_lamps.switch',
    gap: 'no charity_id',
  },
  {
    mistake: 'a charity that may be missing',
    sql: 'ALTER TABLE log DROP CONSTRAINT log_pkey, ALTER charity_id DROP NOT NULL',
    undo: 'ALTER TABLE log ADD PRIMARY KEY (charity_id, line)',
    where: 'gap_lamps.log',
    gap: 'may be null',
  },
  {
    mistake: 'row-level security that is not enabled',
    sql: 'ALTER TABLE lamp DISABLE ROW LEVEL SECURITY',
    undo: 'ALTER TABLE lamp ENABLE ROW LEVEL SECURITY',
    where: 'gap_lamps.lamp',
    gap: 'not enabled and forced',
  },
  {
    mistake: 'row-level security that does not bind the owner',
    sql: 'ALTER TABLE lamp NO FORCE ROW LEVEL SECURITY',
    undo: 'ALTER TABLE lamp FORCE ROW LEVEL SECURITY',
    where: 'gap_lamps.lamp',
    gap: 'not enabled and forced',
  },
  {
    mistake: 'a second policy that lets everything through',
    sql: 'CREATE POLICY for_reports ON lamp FOR SELECT USING (true)',
    undo: 'DROP POLICY for_reports ON lamp',
    where: 'gap_lamps.lamp',
    gap: 'something else than the charity: for_reports',
  },
  {
    mistake: 'a policy that reads by charity and writes anything',
    sql: 'ALTER POLICY of_charity ON lamp WITH CHECK (true)',
    undo: 'ALTER POLICY of_charity ON lamp WITH CHECK (charity_id = baton.charity_id())',
    where: 'gap_lamps.lamp',
    gap: 'something else than the charity: of_charity',
  },
  {
    mistake: 'a foreign key without the charity',
    sql: `ALTER TABLE lamp ADD CONSTRAINT lamp_number UNIQUE (charity_id, watts), ADD other_charity uuid,
            ADD CONSTRAINT spare FOREIGN KEY (other_charity, watts) REFERENCES lamp (charity_id, lamp_id)`,
    undo: 'ALTER TABLE lamp DROP CONSTRAINT spare, DROP CONSTRAINT lamp_number, DROP other_charity',
    where: 'gap_lamps.lamp',
    gap: 'belong to another charity’s: spare',
  },
  {
    mistake: 'a foreign key into another service’s schema',
    sql: `CREATE TABLE public.shade (charity_id uuid PRIMARY KEY);
          ALTER TABLE lamp ADD CONSTRAINT shaded FOREIGN KEY (charity_id) REFERENCES public.shade`,
    undo: 'ALTER TABLE lamp DROP CONSTRAINT shaded; DROP TABLE public.shade',
    where: 'gap_lamps.lamp',
    gap: 'leaves the schema: shaded',
  },
  {
    mistake: 'a unique index over all charities',
    sql: 'CREATE UNIQUE INDEX colour_once ON lamp (colour)',
    undo: 'DROP INDEX colour_once',
    where: 'gap_lamps.lamp',
    gap: 'what another has: gap_lamps.colour_once',
  },
  {
    mistake: 'a unique index that only carries the charity along',
    sql: 'CREATE UNIQUE INDEX colour_once ON lamp (colour) INCLUDE (charity_id)',
    undo: 'DROP INDEX colour_once',
    where: 'gap_lamps.lamp',
    gap: 'what another has: gap_lamps.colour_once',
  },
  {
    mistake: 'an exclusion over all charities',
    sql: 'ALTER TABLE lamp ADD CONSTRAINT no_two EXCLUDE (colour WITH =)',
    undo: 'ALTER TABLE lamp DROP CONSTRAINT no_two',
    where: 'gap_lamps.lamp',
    gap: 'what another has: gap_lamps.no_two',
  },
  {
    mistake: 'a view with its owner’s rights',
    sql: 'CREATE VIEW lamps AS SELECT * FROM lamp',
    undo: 'DROP VIEW lamps',
    where: 'gap_lamps.lamps',
    gap: 'a view reads with its owner’s rights',
  },
  {
    mistake: 'a materialised view',
    sql: 'CREATE MATERIALIZED VIEW lamps AS SELECT * FROM lamp',
    undo: 'DROP MATERIALIZED VIEW lamps',
    where: 'gap_lamps.lamps',
    gap: 'does not reach into a copy',
  },
  {
    mistake: 'a function with its owner’s rights',
    sql: `CREATE FUNCTION all_lamps() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM gap_lamps.lamp'`,
    undo: 'DROP FUNCTION all_lamps',
    where: 'gap_lamps.all_lamps',
    gap: 'SECURITY DEFINER',
  },
  {
    mistake: 'a role that row-level security does not bind',
    sql: 'ALTER ROLE baton_gap_lamps BYPASSRLS',
    undo: 'ALTER ROLE baton_gap_lamps NOBYPASSRLS',
    where: 'baton_gap_lamps',
    gap: 'not bound by row-level security',
  },
  {
    mistake: 'a role that may become another',
    sql: 'GRANT pg_read_all_data TO baton_gap_lamps',
    undo: 'REVOKE pg_read_all_data FROM baton_gap_lamps',
    where: 'baton_gap_lamps',
    gap: 'not bound by row-level security',
  },
  {
    mistake: 'a right on a table for everybody',
    sql: 'GRANT SELECT ON lamp TO PUBLIC',
    undo: 'REVOKE SELECT ON lamp FROM PUBLIC',
    where: 'gap_lamps.lamp',
    gap: 'rights who should not: select for everybody',
  },
  {
    mistake: 'a right that row-level security does not limit',
    sql: 'GRANT TRUNCATE ON lamp TO baton_gap_lamps',
    undo: 'REVOKE TRUNCATE ON lamp FROM baton_gap_lamps',
    where: 'gap_lamps.lamp',
    gap: 'rights who should not: truncate for baton_gap_lamps',
  },
  {
    mistake: 'a schema that others may look into',
    sql: 'GRANT USAGE ON SCHEMA gap_lamps TO PUBLIC',
    undo: 'REVOKE USAGE ON SCHEMA gap_lamps FROM PUBLIC',
    where: 'gap_lamps',
    gap: 'another role may look into the schema: everybody',
  },
];

describe('T3: the catalogue', () => {
  let parts: RehearsalDatabase;
  const change = (sql: string) => parts.asAdmin(`SET search_path = gap_lamps, public; ${sql}`);
  const gaps = () => isolationGaps(parts.adminUrl, ['gap_lamps']);

  beforeAll(async () => {
    parts = await rehearsalDatabase('gap-lamps', [LampShop1700000000000, dataKeyMigration]);
  });
  afterAll(() => parts.drop());

  it('has nothing to say about tables made by `tenantTable`', async () => {
    expect(await gaps()).toEqual([]);
  });

  it.each(planted)('tells of $mistake', async ({ sql, undo, where, gap }) => {
    await change(sql);
    const found = await gaps();
    await change(undo);
    expect(found).toEqual([{ where, gap: expect.stringContaining(gap) }]);
    expect(await gaps()).toEqual([]);
  });

  it('accepts a unique index whose one column is a random id that is the primary key', async () => {
    await change(`CREATE TABLE bulb (bulb_id uuid PRIMARY KEY, charity_id uuid NOT NULL)`);
    const found = await gaps();
    await change('DROP TABLE bulb');
    expect(found.map(({ gap }) => gap)).toEqual(['row-level security is not enabled and forced']);
  });

  it('accepts a table without a charity that is listed with its reason, and no other', async () => {
    await change('CREATE TABLE switch (on_off boolean)');
    const listed = { '*.migration': 'which have run', 'gap_lamps.switch': 'one for the house' };
    expect(await isolationGaps(parts.adminUrl, ['gap_lamps'], listed)).toEqual([]);
    expect(await isolationGaps(parts.adminUrl, ['gap_lamps'], { '*.switch': 'everywhere' })).toEqual([
      { where: 'gap_lamps.migration', gap: expect.stringContaining('no charity_id') },
    ]);
    await change('DROP TABLE switch');
  });
});
