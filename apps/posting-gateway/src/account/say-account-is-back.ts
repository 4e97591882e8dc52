import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { tell } from '../posts/tell.js';
import type { Lanes } from '../publishing/lanes.js';
import { waitingThrough } from './waiting-through.js';
import { accountIsBack } from './waits-for-account.js';

/** An account is connected again: what waited for it goes, and the lane of one it replaced sorts out what it has. */
export async function resumePosts(tx: Tx, lanes: Lanes, accountId: AccountId): Promise<void> {
  await lanes.wakeAll(tx);
  await tell(tx, await waitingThrough(tx, accountId), accountIsBack);
}
