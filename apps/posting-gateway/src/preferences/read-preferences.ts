import type { CuratorId, OutputOf, viewPreferences } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** How a curator wants their posts to be treated. Who has not said anything wants nothing special. */
export async function readPreferences(
  tx: Tx,
  curatorId: CuratorId,
): Promise<OutputOf<typeof viewPreferences>> {
  const [said] = await tx.query<{ askFirst: boolean }>(
    'SELECT ask_first AS "askFirst" FROM posting_preference WHERE charity_id = $1 AND curator_id = $2',
    [tx.charityId, curatorId],
  );
  return said ?? { askFirst: false };
}
