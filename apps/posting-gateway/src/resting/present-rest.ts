import type { OutputOf, TakeoverId, viewRest } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { requireTakeover } from '../takeovers/read-takeover.js';

/** Whether the curator rests, and how many of their posts wait for that. */
export async function presentRest(tx: Tx, takeoverId: TakeoverId): Promise<OutputOf<typeof viewRest>> {
  const { restingSince } = await requireTakeover(tx, takeoverId);
  if (!restingSince) return { resting: false, since: null, waiting: 0 };
  const [waiting] = await tx.query<{ count: string }>(
    `SELECT count(*) FROM post WHERE takeover_id = $1 AND author = 'curator' AND state = 'queued'`,
    [takeoverId],
  );
  return { resting: true, since: restingSince.toISOString(), waiting: Number(waiting?.count ?? 0) };
}
