import { type AccountId, accountConnected } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx, Vault } from '@baton/persistence';
import type { Grant } from '../x/connect-to-x.js';
import type { XApp } from '../x/x-wire.js';
import { openSecret, sealSecret } from './account-secrets.js';
import type { TokenSituation } from './decide-token.js';
import { loseConnection } from './lose-connection.js';

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

export async function readTokens(
  tx: Tx,
  accountId: AccountId,
  lock: '' | 'FOR UPDATE' = '',
): Promise<AccountTokensRow | undefined> {
  const [row] = await tx.query<AccountTokensRow>(
    `SELECT baton.now() AS now, state, granted_at AS "grantedAt", access_expires_at AS "expiresAt", doubted,
            lost_because AS "lostBecause",
            refresh_leased_until AS "refreshLeasedUntil", x_user_id AS "xUserId", client_id AS "clientId",
            sealed_client_secret AS "sealedClientSecret", sealed_access_token AS "sealedAccessToken",
            sealed_refresh_token AS "sealedRefreshToken", generation
       FROM account WHERE charity_id = $1 AND account_id = $2 ${lock}`,
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

/**
 * Saves the next pair in one statement, if the pair it follows is still the one in force. Also heals what somebody else
 * concluded meanwhile from a token that was spent by us: `healed`.
 */
export async function saveNextPair(
  tx: Tx,
  vault: Vault,
  accountId: AccountId,
  after: RefreshTask,
  { accessToken, refreshToken, expiresInMs, scopes }: Grant,
): Promise<'kept' | 'healed' | 'unwanted'> {
  const before = await readTokens(tx, accountId, 'FOR UPDATE');
  const isInForce = before?.state === 'connected' || before?.state === 'needsReconnecting';
  if (!isInForce || before.generation !== after.generation) return 'unwanted';
  const [saved] = await tx.query<{ handle: string; revision: number }>(
    `UPDATE account
        SET state = 'connected', scopes = $3, sealed_access_token = $4, sealed_refresh_token = $5,
            access_expires_at = baton.now() + $6 * interval '1 ms', granted_at = baton.now(),
            generation = generation + 1, lost_since = NULL, lost_because = NULL,
            renewed_after_doubt_at = CASE WHEN doubted THEN baton.now() ELSE renewed_after_doubt_at END,
            doubted = false, refresh_lease = NULL, refresh_leased_until = NULL,
            revision = revision + CASE state WHEN 'needsReconnecting' THEN 1 ELSE 0 END
      WHERE charity_id = $1 AND account_id = $2 RETURNING handle, revision`,
    [
      tx.charityId,
      accountId,
      [...scopes],
      await sealSecret(vault, tx, accountId, 'access-token', accessToken),
      await sealSecret(vault, tx, accountId, 'refresh-token', refreshToken),
      expiresInMs,
    ],
  );
  if (!saved || before.state === 'connected') return 'kept';
  const { handle, revision } = saved;
  await appendFacts(
    tx,
    newFact(accountConnected, { subject: accountId, revision, data: { accountId, handle } }),
  );
  return 'healed';
}

/** X does not know the refresh token any more: true only of the lease it was tried with. */
export async function giveUpPair(tx: Tx, accountId: AccountId, tried: RefreshTask): Promise<boolean> {
  const ours = await tx.query(
    `SELECT 1 FROM account WHERE charity_id = $1 AND account_id = $2 AND refresh_lease = $3 FOR UPDATE`,
    [tx.charityId, accountId, tried.lease],
  );
  return ours.length > 0 && loseConnection(tx, accountId, tried.generation, 'renewalRefused');
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
  const [doubted] = await tx.query<{ again: boolean }>(
    `UPDATE account SET doubted = true
      WHERE charity_id = $1 AND account_id = $2 AND generation = $3 AND state IN ('connected', 'needsReconnecting')
     RETURNING coalesce(renewed_after_doubt_at > baton.now() - $4 * interval '1 ms', false) AS again`,
    [tx.charityId, accountId, generation, secondDoubtMs],
  );
  return doubted?.again === true && loseConnection(tx, accountId, generation, 'keyRefused');
}
