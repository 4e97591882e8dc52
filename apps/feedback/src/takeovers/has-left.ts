import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** The name of every weekend whose curator has left. */
export const someoneWhoHasLeft = 'Someone who has left';

/** Ask after `takeTurns`: else they may be leaving just now. */
export async function hasLeft(tx: Tx, curatorId: CuratorId): Promise<boolean> {
  const rows = await tx.query('SELECT 1 FROM curator_gone WHERE charity_id = $1 AND curator_id = $2', [
    tx.charityId,
    curatorId,
  ]);
  return rows.length > 0;
}
