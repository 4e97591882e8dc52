import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { tell } from '../posts/tell.js';
import { decideToken } from './decide-token.js';
import { leaveReplacedAccount } from './leave-replaced-account.js';
import { readTokens } from './token-pair.js';
import { waitingThrough } from './waiting-through.js';
import { waitsForAccount } from './waits-for-account.js';

/**
 * Whether posts go through the account of a lane that is locked. While it has to be connected again and its last key is
 * over, they wait and say so; connecting it wakes the lane. What waited for an account in whose place the charity has put another goes nowhere by
 * itself. A disconnected account takes posts, and each ends in words: somebody wanted that no more goes out.
 */
export async function accountTakesPosts(tx: Tx, accountId: AccountId): Promise<boolean> {
  const account = await readTokens(tx, accountId);
  if (account?.state === 'needsReconnecting' && decideToken(account) === 'waitForPerson') {
    await tell(tx, await waitingThrough(tx, accountId), waitsForAccount);
    return false;
  }
  if (account?.state === 'replaced') {
    await leaveReplacedAccount(tx, accountId);
    return false;
  }
  return true;
}
