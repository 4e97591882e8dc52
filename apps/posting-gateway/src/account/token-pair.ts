import type { AccountId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { Grant } from '../x/connect-to-x.js';
import type { XApp } from '../x/x-wire.js';
import { openSecret, sealSecret } from './account-secrets.js';
import type { TokenSituation } from './decide-token.js';

export interface AccountTokensRow extends TokenSituation {
  readonly xUserId: string;
  readonly clientId: string;
  readonly sealedClientSecret: Buffer;
  readonly sealedAccessToken: Buffer;
  readonly sealedRefreshToken: Buffer;
  readonly generation: number;
}

/** A token that can be used now. Lives in memory only. */
export interface AccessToken {
  readonly accessToken: string;
  readonly xUserId: string;
  readonly generation: number;
}

/** What asking X for the next pair takes, held by whoever has the lease. */
export interface RefreshTask {
  readonly app: XApp;
  readonly refreshToken: string;
  readonly generation: number;
  readonly lease: string;
}

export async function readTokens(tx: Tx, accountId: AccountId): Promise<AccountTokensRow | undefined> {
  const [row] = await tx.query<AccountTokensRow>(
    `SELECT baton.now() AS now, state, access_expires_at AS "expiresAt", doubted,
            refresh_leased_until AS "refreshLeasedUntil", x_user_id AS "xUserId", client_id AS "clientId",
            sealed_client_secret AS "sealedClientSecret", sealed_access_token AS "sealedAccessToken",
            sealed_refresh_token AS "sealedRefreshToken", generation
       FROM account WHERE charity_id = $1 AND account_id = $2`,
    [tx.charityId, accountId],
  );
  return row;
}

export async function openAccessToken(
  tx: Tx,
  vault: Vault,
  accountId: AccountId,
  row: AccountTokensRow,
): Promise<AccessToken> {
  const accessToken = await openSecret(vault, tx, accountId, 'access-token', row.sealedAccessToken);
  return { accessToken, xUserId: row.xUserId, generation: row.generation };
}

/** Takes the lease of refreshing this pair; of several at once one gets it. */
export async function leaseRefresh(
  tx: Tx,
  vault: Vault,
  accountId: AccountId,
  row: AccountTokensRow,
  { lease, leaseMs }: { readonly lease: string; readonly leaseMs: number },
): Promise<RefreshTask | undefined> {
  const leased = await tx.query(
    `UPDATE account SET refresh_lease = $4, refresh_leased_until = baton.now() + $5 * interval '1 ms'
      WHERE charity_id = $1 AND account_id = $2 AND generation = $3
        AND (refresh_leased_until IS NULL OR refresh_leased_until <= baton.now())
     RETURNING 1`,
    [tx.charityId, accountId, row.generation, lease, leaseMs],
  );
  if (leased.length === 0) return undefined;
  const clientSecret = await openSecret(vault, tx, accountId, 'client-secret', row.sealedClientSecret);
  const refreshToken = await openSecret(vault, tx, accountId, 'refresh-token', row.sealedRefreshToken);
  return { app: { clientId: row.clientId, clientSecret }, refreshToken, generation: row.generation, lease };
}

/** Saves the next pair in one statement, if the pair it follows is still the one in force. */
export async function saveNextPair(
  tx: Tx,
  vault: Vault,
  accountId: AccountId,
  after: RefreshTask,
  { accessToken, refreshToken, expiresInMs }: Grant,
): Promise<void> {
  await tx.query(
    `UPDATE account
        SET state = 'connected', sealed_access_token = $4, sealed_refresh_token = $5,
            access_expires_at = baton.now() + $6 * interval '1 ms', generation = generation + 1,
            renewed_after_doubt_at = CASE WHEN doubted THEN baton.now() ELSE renewed_after_doubt_at END,
            doubted = false, refresh_lease = NULL, refresh_leased_until = NULL
      WHERE charity_id = $1 AND account_id = $2 AND generation = $3 AND state <> 'replaced'`,
    [
      tx.charityId,
      accountId,
      after.generation,
      await sealSecret(vault, tx, accountId, 'access-token', accessToken),
      await sealSecret(vault, tx, accountId, 'refresh-token', refreshToken),
      expiresInMs,
    ],
  );
}

/**
 * X does not know the refresh token any more. True only of the pair and the lease it was tried with: whoever
 * lost a race must not disconnect the account under the feet of who won. Answers whether it came to that.
 */
export async function giveUpPair(tx: Tx, accountId: AccountId, tried: RefreshTask): Promise<boolean> {
  const given = await tx.query(
    `UPDATE account SET state = 'needsReconnecting', refresh_lease = NULL, refresh_leased_until = NULL
      WHERE charity_id = $1 AND account_id = $2 AND generation = $3 AND refresh_lease = $4
        AND state = 'connected'
     RETURNING 1`,
    [tx.charityId, accountId, tried.generation, tried.lease],
  );
  return given.length > 0;
}

/** X could not be asked. The lease stays for a little, so that a failing X is not asked by everybody at once. */
export async function shortenLease(
  tx: Tx,
  accountId: AccountId,
  tried: RefreshTask,
  restMs: number,
): Promise<void> {
  await tx.query(
    `UPDATE account SET refresh_leased_until = baton.now() + $4 * interval '1 ms'
      WHERE charity_id = $1 AND account_id = $2 AND refresh_lease = $3`,
    [tx.charityId, accountId, tried.lease, restMs],
  );
}

/** How soon after a renewal a second refusal of X means that renewing does not help. */
const secondDoubtMs = 10 * 60 * 1000;

/**
 * X answered 401 to a token that should be good. The first time a new pair is fetched; if X refuses that as
 * well, only a person can help. Says nothing about a pair that has been replaced meanwhile. Answers whether
 * a person is needed from now on.
 */
export async function doubtPair(tx: Tx, accountId: AccountId, generation: number): Promise<boolean> {
  const [doubted] = await tx.query<{ state: string }>(
    `UPDATE account
        SET doubted = true,
            state = CASE WHEN renewed_after_doubt_at > baton.now() - $4 * interval '1 ms'
                         THEN 'needsReconnecting' ELSE state END
      WHERE charity_id = $1 AND account_id = $2 AND generation = $3 AND state = 'connected'
     RETURNING state`,
    [tx.charityId, accountId, generation, secondDoubtMs],
  );
  return doubted?.state === 'needsReconnecting';
}
