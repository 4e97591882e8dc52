import { beforeHoldsWeeks, type CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { openSurvey } from './open-survey.js';

const asked = `
  SELECT FROM survey WHERE charity_id = $1 AND curator_id = $2 AND wave = 'before'
     AND (opened_at > baton.now() - make_interval(weeks => $3) OR (answered_at IS NULL AND closes_at IS NULL)) LIMIT 1`;

/** Asks how somebody is before a takeover, unless they were asked within half a year: what they said then still holds. */
export async function askBefore(tx: Tx, curatorId: CuratorId): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`asked before ${curatorId}`]);
  const known = await tx.query(asked, [tx.charityId, curatorId, beforeHoldsWeeks]);
  if (known.length === 0) await openSurvey(tx, { curatorId, wave: 'before', takeoverId: null });
}
