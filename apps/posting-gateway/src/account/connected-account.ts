import type { AccountId, ConnectedAccount } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { decideToken } from './decide-token.js';
import { type ConnectionHealth, decideWarnings, grantEndsAt, type LostBecause } from './decide-warnings.js';
import { readTokens } from './token-pair.js';

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

export interface AccountForPosts {
  readonly accountId: AccountId;
  /** False: what is handed over waits until a person has connected it again. */
  readonly takesPosts: boolean;
}

/**
 * The account that posts are meant for, if the charity has one. One that has to be connected again counts, and takes posts
 * for as long as its last key does. One that was disconnected on purpose does not.
 */
export async function accountForPosts(tx: Tx): Promise<AccountForPosts | undefined> {
  const [row] = await tx.query<{ accountId: AccountId }>(
    `SELECT account_id AS "accountId" FROM account
      WHERE charity_id = $1 AND state IN ('connected', 'needsReconnecting')`,
    [tx.charityId],
  );
  const tokens = row && (await readTokens(tx, row.accountId));
  return tokens && { accountId: row.accountId, takesPosts: decideToken(tokens) !== 'waitForPerson' };
}

/** The account for which posts wait, if that is so. */
export async function accountAway(tx: Tx): Promise<AccountId | undefined> {
  const account = await accountForPosts(tx);
  return account && !account.takesPosts ? account.accountId : undefined;
}
