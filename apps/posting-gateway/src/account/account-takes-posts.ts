import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { tell } from '../posts/tell.js';
import type { AccountState } from './decide-token.js';
import { leaveReplacedAccount } from './leave-replaced-account.js';
import { waitingThrough } from './waiting-through.js';
import { waitsForAccount } from './waits-for-account.js';

/**
 * Whether posts go through the account of a lane that is locked. While it has to be connected again they wait and say so;
 * connecting it wakes the lane. What waited for an account in whose place the charity has put another goes nowhere by
 * itself. A disconnected account takes posts, and each ends in words: somebody wanted that no more goes out.
 */
export async function accountTakesPosts(tx: Tx, accountId: AccountId): Promise<boolean> {
  const [account] = await tx.query<{ state: AccountState }>(
    'SELECT state FROM account WHERE charity_id = $1 AND account_id = $2',
    [tx.charityId, accountId],
  );
  if (account?.state === 'needsReconnecting') {
    await tell(tx, await waitingThrough(tx, accountId), waitsForAccount);
    return false;
  }
  if (account?.state === 'replaced') {
    await leaveReplacedAccount(tx, accountId);
    return false;
  }
  return true;
}
