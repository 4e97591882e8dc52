import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A slot may go while somebody is asked about it, or is just booking it. What they were told stays, so that they hear what
 * became of it.
 * - `cover`: has the window it was begun for, and holds its slot only as long as somebody is asked. So nothing takes a slot
 *   away from under an open offer, by constraint.
 * - `slot_hold`: remembers when its slot opened.
 */
export class OffersOutliveSlots1764000160100 implements MigrationInterface {
  name = 'OffersOutliveSlots1764000160100';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['slot', 'cover', 'slot_hold'])
      await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`
      ALTER TABLE cover
        DROP CONSTRAINT cover_charity_id_slot_id_fkey,
        ADD COLUMN opens_at timestamptz,
        ADD COLUMN closes_at timestamptz,
        ADD COLUMN asked_slot_id uuid GENERATED ALWAYS AS (CASE WHEN state = 'asking' THEN slot_id END) STORED`);
    await runner.query(`
      UPDATE cover SET opens_at = slot.opens_at, closes_at = slot.closes_at FROM slot
       WHERE slot.charity_id = cover.charity_id AND slot.slot_id = cover.slot_id`);
    await runner.query(`
      ALTER TABLE cover
        ALTER COLUMN opens_at SET NOT NULL,
        ALTER COLUMN closes_at SET NOT NULL,
        ADD FOREIGN KEY (charity_id, asked_slot_id) REFERENCES slot (charity_id, slot_id)`);
    await rememberHeld(runner);
    for (const table of ['slot', 'cover', 'slot_hold'])
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

async function rememberHeld(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE slot_hold
      DROP CONSTRAINT slot_hold_charity_id_slot_id_fkey,
      ADD COLUMN opens_at timestamptz`);
  await runner.query(`
    UPDATE slot_hold SET opens_at = slot.opens_at FROM slot
     WHERE slot.charity_id = slot_hold.charity_id AND slot.slot_id = slot_hold.slot_id`);
  await runner.query('ALTER TABLE slot_hold ALTER COLUMN opens_at SET NOT NULL');
}
