import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** What somebody agreed to and what they open come from two services at once; neither must miss the other. */
export const takeTurns = (tx: Tx, curatorId: CuratorId) =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`agreement ${curatorId}`]);
