import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - A rule is a recurrence of days with times beside it; what was kept by the week is written anew.
 * - `slot.law`, `zone_law`: by which edition of the zone database a slot was derived, and the oldest of a charity’s.
 *   `zone_law` is a work table, because whoever knows a newer edition looks through all charities.
 * - `hiatus`: whole days without takeovers. `zone_change`: what a new law moved, for those who ask who was told.
 * - `live_slot_id`: a takeover that gave way remembers its slot, but does not hold it: the slot may go with its rule.
 */
export class RotasByRecurrence1764000130100 implements MigrationInterface {
  name = 'RotasByRecurrence1764000130100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rota ADD COLUMN ended_at timestamptz');
    await runner.query(`ALTER TABLE slot ADD COLUMN law text COLLATE "C" NOT NULL DEFAULT ''`);
    await runner.query('ALTER TABLE slot ALTER COLUMN law DROP DEFAULT');
    await createZoneLaw(runner);
    await createHiatus(runner);
    await letSlotsGo(runner);
    await writeRulesAnew(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

async function createZoneLaw(runner: QueryRunner): Promise<void> {
  await runner.query('CREATE TABLE zone_law (charity_id uuid PRIMARY KEY, law text COLLATE "C" NOT NULL)');
  await runner.query('ALTER TABLE slot NO FORCE ROW LEVEL SECURITY');
  await runner.query(`INSERT INTO zone_law SELECT DISTINCT charity_id, '' FROM slot`);
  await runner.query('ALTER TABLE slot FORCE ROW LEVEL SECURITY');
  await tenantTable(runner, 'zone_law', { work: true });
  await runner.query(`
    CREATE TABLE zone_change (
      charity_id uuid NOT NULL,
      slot_id uuid NOT NULL,
      law text COLLATE "C" NOT NULL,
      law_before text NOT NULL,
      zone text NOT NULL,
      opens_at_wall text NOT NULL,
      closes_at_wall text NOT NULL,
      opened_before timestamptz NOT NULL,
      closed_before timestamptz NOT NULL,
      opens_at timestamptz,
      closes_at timestamptz,
      takeover_id uuid,
      curator_id uuid,
      changed_at timestamptz NOT NULL,
      PRIMARY KEY (charity_id, slot_id, law)
    )`);
  await runner.query('CREATE INDEX zone_change_by_time ON zone_change (charity_id, changed_at)');
  await tenantTable(runner, 'zone_change');
}

async function createHiatus(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE hiatus (
      charity_id uuid NOT NULL,
      hiatus_id uuid NOT NULL,
      label text NOT NULL,
      first_day date NOT NULL,
      last_day date NOT NULL,
      every_year boolean NOT NULL,
      PRIMARY KEY (charity_id, hiatus_id),
      CONSTRAINT hiatus_ends_after_it_begins CHECK (first_day <= last_day)
    )`);
  await tenantTable(runner, 'hiatus');
}

async function letSlotsGo(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE takeover
      DROP CONSTRAINT takeover_charity_id_slot_id_fkey,
      ADD COLUMN live_slot_id uuid GENERATED ALWAYS AS (CASE WHEN gave_way THEN NULL ELSE slot_id END) STORED,
      ADD FOREIGN KEY (charity_id, live_slot_id) REFERENCES slot (charity_id, slot_id)`);
}

async function writeRulesAnew(runner: QueryRunner): Promise<void> {
  await runner.query('ALTER TABLE rota NO FORCE ROW LEVEL SECURITY');
  await runner.query(`
    UPDATE rota SET rule = jsonb_build_object(
      'zone', rule->'zone', 'startsOn', rule->'startsOn',
      'recurrence', 'FREQ=WEEKLY;BYDAY=' || upper(left(rule->'opens'->>'weekday', 2)),
      'opens', rule->'opens'->'time', 'closes', rule->'closes'->'time',
      'closesAfterDays', CASE WHEN nights = 0 AND (rule->'closes'->>'time')::time <= (rule->'opens'->>'time')::time
                              THEN 7 ELSE nights END)
      FROM (SELECT charity_id AS charity, rota_id AS rota_of, mod(
              array_position(days, rule->'closes'->>'weekday') - array_position(days, rule->'opens'->>'weekday') + 7, 7) AS nights
              FROM rota, (SELECT ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'] AS days) AS week) AS old
     WHERE charity_id = charity AND rota_id = rota_of AND jsonb_typeof(rule->'opens') = 'object'`);
  await runner.query('ALTER TABLE rota FORCE ROW LEVEL SECURITY');
}
