import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/**
 * What somebody agreed to, what they book and open, that they leave, and what is noted about them come from several sides at
 * once; none must miss the other. Before any row of theirs is locked.
 */
export const takeTurns = (tx: Tx, curatorId: CuratorId) =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`agreement ${curatorId}`]);
