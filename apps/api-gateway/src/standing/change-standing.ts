import { type CharityStanding, charityStandingChanged } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { decideStanding, type StandingChange, type Stops, standingOf } from './decide-standing.js';

export interface Standing extends Stops {
  readonly standing: CharityStanding;
}

/** `changed`: everybody is told that it stands otherwise than before. */
export interface ChangedStanding extends Standing {
  readonly changed: boolean;
  /** One of the two stops is otherwise than before, also where the other hides it. */
  readonly stopsChanged: boolean;
  readonly at: Date;
}

interface StandingRow {
  readonly suspended: boolean;
  readonly erase_at: Date | null;
  readonly now: Date;
}

/** Where the transaction's charity stands. */
export async function readStanding(tx: Tx): Promise<Standing> {
  const [row] = await tx.query<StandingRow>(
    'SELECT suspended, erase_at, baton.now() AS now FROM charity_standing WHERE charity_id = $1',
    [tx.charityId],
  );
  const stops = { suspended: row?.suspended ?? false, eraseAt: row?.erase_at ?? null };
  return { ...stops, standing: standingOf(stops) };
}

/**
 * Suspends, resumes, leaves or stays, and tells the services where that leads to another standing. The row is locked, so
 * that revisions and facts come in the order of commits. By the database's clock.
 */
export async function changeStanding(tx: Tx, change: StandingChange): Promise<ChangedStanding> {
  await tx.query('INSERT INTO charity_standing (charity_id) VALUES ($1) ON CONFLICT DO NOTHING', [
    tx.charityId,
  ]);
  const [row] = await tx.query<StandingRow>(
    'SELECT suspended, erase_at, baton.now() AS now FROM charity_standing WHERE charity_id = $1 FOR UPDATE',
    [tx.charityId],
  );
  if (!row) throw new Error('a standing was written and is not there');
  const before = { suspended: row.suspended, eraseAt: row.erase_at };
  const after = decideStanding(before, change, row.now);
  const standing = standingOf(after);
  const changed = standing !== standingOf(before);
  const stopsChanged =
    after.suspended !== before.suspended || (after.eraseAt === null) !== (before.eraseAt === null);
  const [written] = await tx.query<{ revision: number }>(
    `UPDATE charity_standing SET suspended = $2, erase_at = $3, revision = revision + $4
      WHERE charity_id = $1 RETURNING revision`,
    [tx.charityId, after.suspended, after.eraseAt, changed ? 1 : 0],
  );
  if (changed && written) {
    const fact = { subject: tx.charityId, revision: written.revision, data: { standing } };
    await appendFacts(tx, newFact(charityStandingChanged, fact));
  }
  return { ...after, standing, changed, stopsChanged, at: row.now };
}
