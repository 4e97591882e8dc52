import { type AccountId, accountNeedsReconnecting } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import type { LostBecause } from './decide-warnings.js';

/**
 * From here on only a person can help, and everybody who cares is told. True only of the pair of tokens it was learnt
 * from: whoever lost a race must not disconnect the account under the feet of who won. Answers whether it came to that.
 */
export async function loseConnection(
  tx: Tx,
  accountId: AccountId,
  generation: number,
  because: LostBecause,
): Promise<boolean> {
  const [lost] = await tx.query<{ revision: number }>(
    `UPDATE account
        SET state = 'needsReconnecting', lost_since = baton.now(), lost_because = $4, refresh_lease = NULL,
            refresh_leased_until = NULL, revision = revision + 1
      WHERE charity_id = $1 AND account_id = $2 AND generation = $3 AND state = 'connected'
     RETURNING revision`,
    [tx.charityId, accountId, generation, because],
  );
  if (!lost) return false;
  const data = { accountId, because };
  await appendFacts(
    tx,
    newFact(accountNeedsReconnecting, { subject: accountId, revision: lost.revision, data }),
  );
  return true;
}
