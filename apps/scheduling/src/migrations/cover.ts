import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `standby`, `waitlist`: who may be asked, in the order in which they said so.
 * - `cover`: one search for somebody to take a slot. One at a time a slot, by constraint.
 * - `cover_offer`: one turn of it. One live offer a slot and nobody asked twice in a search, both by constraint.
 */
export class Cover1764000120200 implements MigrationInterface {
  name = 'Cover1764000120200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(waiting);
    await runner.query(covers);
    await runner.query(offers);
    for (const index of indexes) await runner.query(index);
    for (const table of ['standby', 'waitlist', 'cover', 'cover_offer']) await tenantTable(runner, table);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const waiting = `
  CREATE TABLE standby (
    charity_id uuid NOT NULL,
    standby_id uuid NOT NULL,
    curator_id uuid NOT NULL,
    slot_id uuid,
    from_on date,
    until_on date,
    since timestamptz NOT NULL,
    PRIMARY KEY (charity_id, standby_id),
    CONSTRAINT standby_once UNIQUE NULLS NOT DISTINCT (charity_id, curator_id, slot_id, from_on, until_on),
    CONSTRAINT for_a_slot_or_for_days CHECK ((slot_id IS NULL) = (from_on IS NOT NULL AND until_on IS NOT NULL)),
    FOREIGN KEY (charity_id, curator_id) REFERENCES curator (charity_id, curator_id),
    FOREIGN KEY (charity_id, slot_id) REFERENCES slot (charity_id, slot_id) ON DELETE CASCADE
  );
  CREATE TABLE waitlist (
    charity_id uuid NOT NULL,
    curator_id uuid NOT NULL,
    from_on date,
    until_on date,
    weekdays text[],
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (charity_id, curator_id),
    FOREIGN KEY (charity_id, curator_id) REFERENCES curator (charity_id, curator_id)
  )`;

const covers = `
  CREATE TABLE cover (
    charity_id uuid NOT NULL,
    cover_id uuid NOT NULL,
    slot_id uuid NOT NULL,
    because text NOT NULL CHECK (because IN ('cover', 'freed')),
    left_by uuid,
    state text NOT NULL DEFAULT 'asking' CHECK (state IN ('asking', 'taken', 'uncovered', 'free', 'stopped')),
    begun_at timestamptz NOT NULL,
    PRIMARY KEY (charity_id, cover_id),
    CONSTRAINT cover_of_slot UNIQUE (charity_id, slot_id, cover_id),
    FOREIGN KEY (charity_id, slot_id) REFERENCES slot (charity_id, slot_id) ON DELETE CASCADE
  )`;

const offers = `
  CREATE TABLE cover_offer (
    charity_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    cover_id uuid NOT NULL,
    slot_id uuid NOT NULL,
    curator_id uuid NOT NULL,
    asked_as text NOT NULL CHECK (asked_as IN ('standbyForSlot', 'standbyForDays', 'waiting')),
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
    offered_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    answered_at timestamptz,
    takeover_id uuid,
    PRIMARY KEY (charity_id, offer_id),
    CONSTRAINT asked_once_in_a_search UNIQUE (charity_id, cover_id, curator_id),
    CONSTRAINT accepted_has_a_takeover CHECK ((state = 'accepted') = (takeover_id IS NOT NULL)),
    FOREIGN KEY (charity_id, slot_id, cover_id) REFERENCES cover (charity_id, slot_id, cover_id) ON DELETE CASCADE,
    FOREIGN KEY (charity_id, curator_id) REFERENCES curator (charity_id, curator_id),
    FOREIGN KEY (charity_id, takeover_id) REFERENCES takeover (charity_id, takeover_id)
  )`;

const indexes = [
  `CREATE UNIQUE INDEX one_search_a_slot ON cover (charity_id, slot_id) WHERE state = 'asking'`,
  `CREATE UNIQUE INDEX one_live_offer_a_slot ON cover_offer (charity_id, slot_id) WHERE state = 'open'`,
  'CREATE INDEX offer_of_curator ON cover_offer (charity_id, curator_id, offered_at)',
  'CREATE INDEX offer_of_slot ON cover_offer (charity_id, slot_id)',
];
