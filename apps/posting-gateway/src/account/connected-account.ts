import type { AccountId, ConnectedAccount } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { type ConnectionHealth, decideWarnings, grantEndsAt, type LostBecause } from './decide-warnings.js';

interface AccountRow extends Omit<ConnectionHealth, 'lost'> {
  readonly accountId: AccountId;
  readonly handle: string;
  readonly displayName: string;
  readonly scopes: string[];
  readonly connectedAt: Date;
  readonly lostSince: Date | null;
  readonly lostBecause: LostBecause | null;
  readonly lastPublishedAt: Date | null;
}

/** The charity's account on X, without its secrets. A charity has one; an earlier one is replaced. */
export async function findAccount(tx: Tx): Promise<ConnectedAccount | undefined> {
  const [row] = await tx.query<AccountRow>(
    `SELECT baton.now() AS now, account_id AS "accountId", handle, display_name AS "displayName", scopes, state,
            connected_at AS "connectedAt", granted_at AS "grantedAt", lost_since AS "lostSince",
            lost_because AS "lostBecause", disconnected_at AS "disconnectedAt", confirmed_by_x AS "confirmedByX", out_of_credit_since AS "outOfCreditSince",
            (SELECT max(published_at) FROM post WHERE post.account_id = account.account_id) AS "lastPublishedAt"
       FROM account WHERE charity_id = $1 AND state <> 'replaced'`,
    [tx.charityId],
  );
  return row && present(row);
}

function present(row: AccountRow): ConnectedAccount {
  const { accountId, handle, displayName, scopes, state, grantedAt, lastPublishedAt } = row;
  const lost = row.lostSince && row.lostBecause ? { since: row.lostSince, because: row.lostBecause } : null;
  const lastUsed = lastPublishedAt && lastPublishedAt > grantedAt ? lastPublishedAt : grantedAt;
  const health = { ...row, lost };
  return {
    ...{ accountId, handle, displayName, scopes, state },
    connectedAt: row.connectedAt.toISOString(),
    lastUsedAt: lastUsed.toISOString(),
    grantEndsAt: grantEndsAt(health)?.toISOString() ?? null,
    warnings: decideWarnings(health),
  };
}

/**
 * The account that posts are meant for, if the charity has one. One that has to be connected again counts: what is handed
 * over waits for it. One that was disconnected on purpose does not.
 */
export async function accountForPosts(
  tx: Tx,
): Promise<{ readonly accountId: AccountId; readonly isConnected: boolean } | undefined> {
  const [row] = await tx.query<{ accountId: AccountId; isConnected: boolean }>(
    `SELECT account_id AS "accountId", state = 'connected' AS "isConnected" FROM account
      WHERE charity_id = $1 AND state IN ('connected', 'needsReconnecting')`,
    [tx.charityId],
  );
  return row;
}

/** The account that X can be asked through, if there is one just now. */
export async function connectedAccount(tx: Tx): Promise<AccountId | undefined> {
  const [row] = await tx.query<{ accountId: AccountId }>(
    `SELECT account_id AS "accountId" FROM account WHERE charity_id = $1 AND state = 'connected'`,
    [tx.charityId],
  );
  return row?.accountId;
}

/** The account that has to be connected again, if that is so. */
export async function accountAway(tx: Tx): Promise<AccountId | undefined> {
  const account = await accountForPosts(tx);
  return account && !account.isConnected ? account.accountId : undefined;
}
