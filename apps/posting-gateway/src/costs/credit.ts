import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** X takes no more on credit. Kept since when, so that the team can be told. */
export const noteOutOfCredit = (tx: Tx, accountId: AccountId) =>
  tx.query(
    `UPDATE account SET out_of_credit_since = coalesce(out_of_credit_since, baton.now())
      WHERE charity_id = $1 AND account_id = $2`,
    [tx.charityId, accountId],
  );

/** X has taken something again. */
export const noteCreditAgain = (tx: Tx, accountId: AccountId) =>
  tx.query(
    `UPDATE account SET out_of_credit_since = NULL
      WHERE charity_id = $1 AND account_id = $2 AND out_of_credit_since IS NOT NULL`,
    [tx.charityId, accountId],
  );

/** The charity's accounts that X takes nothing from just now. */
export async function outOfCredit(tx: Tx): Promise<Set<AccountId>> {
  const accounts = await tx.query<{ accountId: AccountId }>(
    `SELECT account_id AS "accountId" FROM account WHERE charity_id = $1 AND out_of_credit_since IS NOT NULL`,
    [tx.charityId],
  );
  return new Set(accounts.map(({ accountId }) => accountId));
}
