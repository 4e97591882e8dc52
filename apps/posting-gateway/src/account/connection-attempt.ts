import { createHash } from 'node:crypto';
import type { AccountId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { XApp } from '../x/x-wire.js';
import { openSecret, sealSecret } from './account-secrets.js';

/** A connection that somebody has begun and X has not answered yet. */
export interface ConnectionAttempt {
  readonly accountId: AccountId;
  /** Whoever began it said that it may be another account than before. */
  readonly anotherAccount: boolean;
  readonly app: XApp;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

/** Long enough for a person to sign in to X, short enough that a link left lying about is worth nothing. */
const attemptLifeMs = 10 * 60 * 1000;

/** Only its hash is kept: who reads the table cannot finish a connection. */
const hashOf = (state: string): Buffer => createHash('sha256').update(state).digest();

export async function keepAttempt(
  tx: Tx,
  vault: Vault,
  state: string,
  attempt: ConnectionAttempt,
): Promise<void> {
  const { accountId, anotherAccount, app, codeVerifier, redirectUri } = attempt;
  await tx.query('DELETE FROM connection_attempt WHERE charity_id = $1 AND expires_at < baton.now()', [
    tx.charityId,
  ]);
  await tx.query(
    `INSERT INTO connection_attempt (charity_id, state_hash, account_id, client_id, sealed_client_secret,
                                     sealed_code_verifier, redirect_uri, another_account, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, baton.now() + $9 * interval '1 ms')`,
    [
      tx.charityId,
      hashOf(state),
      accountId,
      app.clientId,
      await sealSecret(vault, tx, accountId, 'client-secret', app.clientSecret),
      await sealSecret(vault, tx, accountId, 'code-verifier', codeVerifier),
      redirectUri,
      anotherAccount,
      attemptLifeMs,
    ],
  );
}

interface AttemptRow {
  readonly account_id: AccountId;
  readonly client_id: string;
  readonly sealed_client_secret: Buffer;
  readonly sealed_code_verifier: Buffer;
  readonly redirect_uri: string;
  readonly another_account: boolean;
}

/** Takes the attempt this state belongs to. Only one caller ever gets it; nobody after ten minutes. */
export async function takeAttempt(
  tx: Tx,
  vault: Vault,
  state: string,
): Promise<ConnectionAttempt | undefined> {
  const [row] = await tx.query<AttemptRow>(
    `UPDATE connection_attempt SET taken_at = baton.now()
      WHERE charity_id = $1 AND state_hash = $2 AND taken_at IS NULL AND expires_at > baton.now()
     RETURNING account_id, client_id, sealed_client_secret, sealed_code_verifier, redirect_uri,
               another_account`,
    [tx.charityId, hashOf(state)],
  );
  if (!row) return undefined;
  const accountId = row.account_id;
  return {
    accountId,
    anotherAccount: row.another_account,
    app: {
      clientId: row.client_id,
      clientSecret: await openSecret(vault, tx, accountId, 'client-secret', row.sealed_client_secret),
    },
    codeVerifier: await openSecret(vault, tx, accountId, 'code-verifier', row.sealed_code_verifier),
    redirectUri: row.redirect_uri,
  };
}

/** Nothing reached X, so the same answer of X can be tried again. */
export async function putBackAttempt(tx: Tx, state: string): Promise<void> {
  await tx.query('UPDATE connection_attempt SET taken_at = NULL WHERE charity_id = $1 AND state_hash = $2', [
    tx.charityId,
    hashOf(state),
  ]);
}

export async function markConnected(tx: Tx, state: string): Promise<void> {
  await tx.query(
    'UPDATE connection_attempt SET connected_at = baton.now() WHERE charity_id = $1 AND state_hash = $2',
    [tx.charityId, hashOf(state)],
  );
}

/** Whether this state has led to a connection: a second click is then answered like the first. */
export async function ledToConnection(tx: Tx, state: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM connection_attempt
      WHERE charity_id = $1 AND state_hash = $2 AND connected_at IS NOT NULL AND expires_at > baton.now()`,
    [tx.charityId, hashOf(state)],
  );
  return rows.length > 0;
}
