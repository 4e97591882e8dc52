import { type AccountId, accountInCreditAgain, accountOutOfCredit } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';

/** X takes no more on credit. Kept since when, and said once, so that the team can be told. */
export async function noteOutOfCredit(tx: Tx, accountId: AccountId): Promise<void> {
  const [out] = await tx.query<{ revision: number }>(
    `UPDATE account SET out_of_credit_since = baton.now(), revision = revision + 1
      WHERE charity_id = $1 AND account_id = $2 AND out_of_credit_since IS NULL RETURNING revision`,
    [tx.charityId, accountId],
  );
  if (out) await say(tx, accountOutOfCredit, accountId, out.revision);
}

/** X has taken something again. */
export async function noteCreditAgain(tx: Tx, accountId: AccountId): Promise<void> {
  const [again] = await tx.query<{ revision: number }>(
    `UPDATE account SET out_of_credit_since = NULL, revision = revision + 1
      WHERE charity_id = $1 AND account_id = $2 AND out_of_credit_since IS NOT NULL RETURNING revision`,
    [tx.charityId, accountId],
  );
  if (again) await say(tx, accountInCreditAgain, accountId, again.revision);
}

const say = (
  tx: Tx,
  event: typeof accountOutOfCredit | typeof accountInCreditAgain,
  accountId: AccountId,
  revision: number,
) => appendFacts(tx, newFact(event, { subject: accountId, revision, data: { accountId } }));

/** The charity's accounts that X takes nothing from just now. */
export async function outOfCredit(tx: Tx): Promise<Set<AccountId>> {
  const accounts = await tx.query<{ accountId: AccountId }>(
    `SELECT account_id AS "accountId" FROM account WHERE charity_id = $1 AND out_of_credit_since IS NOT NULL`,
    [tx.charityId],
  );
  return new Set(accounts.map(({ accountId }) => accountId));
}
