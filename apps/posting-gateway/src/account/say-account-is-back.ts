import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { tell } from '../posts/tell.js';
import { waitingThrough } from './waiting-through.js';
import { accountIsBack } from './waits-for-account.js';

/** An account is connected again, and its lane awake: the posts that waited for it say so. */
export const sayAccountIsBack = async (tx: Tx, accountId: AccountId): Promise<void> =>
  tell(tx, await waitingThrough(tx, accountId), accountIsBack);
