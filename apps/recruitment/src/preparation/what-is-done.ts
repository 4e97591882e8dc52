import type { CuratorId, PreparationItem } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { Application } from '../applications/application-row.js';
import type { Done } from './decide-ready.js';

const doneItems = `
  SELECT item, done_at AS at FROM preparation_step WHERE charity_id = $1 AND curator_id = $2
  UNION ALL
  (SELECT 'agreement', accepted_at FROM agreement_acceptance
    WHERE charity_id = $1 AND curator_id = $2 AND version = $3 ORDER BY accepted_at DESC LIMIT 1)`;

/** What somebody has done of their list, and when. An agreement that was taken back is not done. */
export async function whatIsDone(tx: Tx, { curatorId, agreementVersion }: Application): Promise<Done> {
  const rows = await tx.query<{ item: PreparationItem; at: Date }>(doneItems, [
    tx.charityId,
    curatorId,
    agreementVersion,
  ]);
  return Object.fromEntries(rows.map(({ item, at }) => [item, at]));
}

/** Notes that something is done; done twice is done once. Tells whether it was open before. */
export async function noteDone(
  tx: Tx,
  curatorId: CuratorId,
  item: Exclude<PreparationItem, 'agreement'>,
): Promise<boolean> {
  const noted = await tx.query(
    `INSERT INTO preparation_step (charity_id, curator_id, item) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1`,
    [tx.charityId, curatorId, item],
  );
  return noted.length > 0;
}

/** What somebody has done of their list but for the agreement, in order. */
export const stepsOf = (tx: Tx, curatorId: CuratorId) =>
  tx.query<{ item: Exclude<PreparationItem, 'agreement'>; doneAt: Date }>(
    'SELECT item, done_at AS "doneAt" FROM preparation_step WHERE charity_id = $1 AND curator_id = $2 ORDER BY done_at',
    [tx.charityId, curatorId],
  );
