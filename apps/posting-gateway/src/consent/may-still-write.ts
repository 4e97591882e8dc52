import type { CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { holdSwitchStill } from '../kill-switch/read-switch.js';
import { wishOfWithdrawn } from './withdrawn-curators.js';

/**
 * Whether what this curator writes may be kept. It holds until this transaction ends: taking back a consent locks the
 * switch, so what is written before is erased by it, and nothing is written after.
 */
export async function mayStillWrite(tx: Tx, curatorId: CuratorId): Promise<boolean> {
  await holdSwitchStill(tx);
  return (await wishOfWithdrawn(tx, curatorId)) === undefined;
}
