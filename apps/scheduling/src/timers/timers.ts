import type { Tx } from '@baton/persistence';

/** What comes due; each kind has one handler (`TimerHandlers`), named where the feature is wired. */
export type TimerKind = string;

const set = `
  INSERT INTO timer (charity_id, kind, subject_id, due_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (charity_id, kind, subject_id) DO UPDATE SET due_at = excluded.due_at, failures = 0`;

/** From now on something is due then; set again, it is due at the new time and not at the old one. */
export async function setTimer(tx: Tx, kind: TimerKind, subjectId: string, dueAt: Date): Promise<void> {
  await tx.query(set, [tx.charityId, kind, subjectId, dueAt]);
}

const drop = `
  DELETE FROM timer WHERE (charity_id, kind, subject_id) IN (
    SELECT charity_id, kind, subject_id FROM timer
     WHERE charity_id = $1 AND subject_id = $2 AND ($3::text[] IS NULL OR kind = ANY ($3)) FOR UPDATE SKIP LOCKED)`;

/**
 * Nothing of these kinds is due any more; without kinds, nothing at all of this subject. One that the clock is working on is left to
 * it: it may be waiting for what this transaction has locked, and finds afterwards that there is nothing to do.
 */
export async function dropTimers(tx: Tx, subjectId: string, kinds?: readonly TimerKind[]): Promise<void> {
  await tx.query(drop, [tx.charityId, subjectId, kinds ?? null]);
}
