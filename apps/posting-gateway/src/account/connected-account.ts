import type { AccountId, OutputOf, viewAccount } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export type AccountView = NonNullable<OutputOf<typeof viewAccount>['account']>;

interface AccountViewRow extends Omit<AccountView, 'connectedAt'> {
  readonly connectedAt: Date;
}

/** The charity's account on X, without its secrets. A charity has one; an earlier one is replaced. */
export async function findAccount(tx: Tx): Promise<AccountView | undefined> {
  const [row] = await tx.query<AccountViewRow>(
    `SELECT account_id AS "accountId", handle, display_name AS "displayName", scopes, state,
            connected_at AS "connectedAt"
       FROM account WHERE charity_id = $1 AND state <> 'replaced'`,
    [tx.charityId],
  );
  return row && { ...row, connectedAt: row.connectedAt.toISOString() };
}

/** The account that posts can go out through, if there is one just now. */
export async function connectedAccount(tx: Tx): Promise<AccountId | undefined> {
  const account = await findAccount(tx);
  return account?.state === 'connected' ? account.accountId : undefined;
}
