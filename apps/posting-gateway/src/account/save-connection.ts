import { type AccountId, accountConnected } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx, Vault } from '@baton/persistence';
import type { Grant, XUser } from '../x/connect-to-x.js';
import type { XApp } from '../x/x-wire.js';
import { sealSecret, shredSecrets } from './account-secrets.js';

/**
 * Makes this the charity's account: new, or connected again. The tokens of any other it had are shredded.
 * The generation goes up, so that a refresh of the former tokens that is still under way changes nothing.
 */
export async function saveConnection(
  tx: Tx,
  vault: Vault,
  connection: {
    readonly accountId: AccountId;
    readonly app: XApp;
    readonly grant: Grant;
    readonly user: XUser;
  },
): Promise<void> {
  const { accountId, app, grant, user } = connection;
  await replaceOthers(tx, vault, accountId);
  const [saved] = await tx.query<{ revision: number }>(
    `INSERT INTO account AS known (charity_id, account_id, state, x_user_id, handle, display_name, scopes,
            connected_at, granted_at, client_id, sealed_client_secret, sealed_access_token,
            sealed_refresh_token, access_expires_at, generation, revision)
     VALUES ($1, $2, 'connected', $3, $4, $5, $6, baton.now(), baton.now(), $7, $8, $9, $10,
             baton.now() + $11 * interval '1 ms', 1, 1)
     ON CONFLICT (charity_id, account_id) DO UPDATE
        SET state = excluded.state, x_user_id = excluded.x_user_id, handle = excluded.handle,
            display_name = excluded.display_name, scopes = excluded.scopes,
            connected_at = excluded.connected_at, granted_at = excluded.granted_at,
            client_id = excluded.client_id, lost_since = NULL, lost_because = NULL,
            out_of_credit_since = NULL, disconnected_at = NULL, confirmed_by_x = false,
            sealed_client_secret = excluded.sealed_client_secret,
            sealed_access_token = excluded.sealed_access_token,
            sealed_refresh_token = excluded.sealed_refresh_token,
            access_expires_at = excluded.access_expires_at, generation = known.generation + 1,
            refresh_lease = NULL, refresh_leased_until = NULL, doubted = false,
            renewed_after_doubt_at = NULL, revision = known.revision + 1
     RETURNING revision`,
    [
      tx.charityId,
      accountId,
      user.xUserId,
      user.handle,
      user.displayName,
      [...grant.scopes],
      app.clientId,
      await sealSecret(vault, tx, accountId, 'client-secret', app.clientSecret),
      await sealSecret(vault, tx, accountId, 'access-token', grant.accessToken),
      await sealSecret(vault, tx, accountId, 'refresh-token', grant.refreshToken),
      grant.expiresInMs,
    ],
  );
  const revision = saved?.revision ?? 1;
  const data = { accountId, handle: user.handle };
  await appendFacts(tx, newFact(accountConnected, { subject: accountId, revision, data }));
}

async function replaceOthers(tx: Tx, vault: Vault, accountId: AccountId): Promise<void> {
  const replaced = await tx.query<{ accountId: AccountId }>(
    `UPDATE account SET state = 'replaced'
      WHERE charity_id = $1 AND account_id <> $2 AND state <> 'replaced'
     RETURNING account_id AS "accountId"`,
    [tx.charityId, accountId],
  );
  for (const other of replaced) await shredSecrets(vault, tx, other.accountId);
}
