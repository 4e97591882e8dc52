import {
  type AccountId,
  accept,
  accountDisconnected,
  type disconnectAccount,
  type InputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { revokeGrant, type TokenPair } from '../x/connect-to-x.js';
import { type XApp, XWire } from '../x/x-wire.js';
import { openSecret, shredSecrets } from './account-secrets.js';
import { findAccount } from './connected-account.js';
import { type AccountTokensRow, readTokens } from './token-pair.js';

/** What is needed to ask X to end the permission. Lives in memory only, and no longer than that takes. */
interface LetGo {
  readonly generation: number;
  readonly app: XApp;
  readonly tokens: TokenPair;
}

/**
 * Takes the connection back. First our keys are destroyed, then X is asked to end them, within a deadline: whatever X
 * answers, nobody here can use the account any more. Once it is disconnected, again changes nothing.
 */
@Injectable()
export class DisconnectAccount implements Handles<typeof disconnectAccount> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(XWire) private readonly wire: XWire,
  ) {}

  async handle(
    { charityId, accountId }: InputOf<typeof disconnectAccount>,
    call: CallContext,
  ): Promise<ResultOf<typeof disconnectAccount>> {
    const held = await this.database.inCharity(charityId, (tx) => this.letGo(tx, accountId, call));
    const confirmed = held && (await revokeGrant(this.wire, held.app, held.tokens));
    return this.database.inCharity(charityId, async (tx) => {
      if (confirmed) await noteConfirmed(tx, accountId, held.generation);
      const account = await findAccount(tx);
      return account?.accountId === accountId ? accept(account) : refuse('notFound');
    });
  }

  /** Nothing where there is no connection to let go of. */
  private async letGo(tx: Tx, accountId: AccountId, call: CallContext): Promise<LetGo | undefined> {
    const row = await readTokens(tx, accountId, 'FOR UPDATE');
    if (row?.state !== 'connected' && row?.state !== 'needsReconnecting') return undefined;
    const held = await this.openSecrets(tx, accountId, row).catch(() => undefined);
    await markDisconnected(tx, accountId);
    await shredSecrets(this.vault, tx, accountId);
    await noteInAudit(tx, { by: call.caller, action: 'account.disconnected', about: accountId });
    return held;
  }

  private async openSecrets(tx: Tx, accountId: AccountId, row: AccountTokensRow): Promise<LetGo> {
    const clientSecret = await openSecret(this.vault, tx, accountId, 'client-secret', row.sealedClientSecret);
    const accessToken = await openSecret(this.vault, tx, accountId, 'access-token', row.sealedAccessToken);
    const refreshToken = await openSecret(this.vault, tx, accountId, 'refresh-token', row.sealedRefreshToken);
    return {
      generation: row.generation + 1,
      app: { clientId: row.clientId, clientSecret },
      tokens: { accessToken, refreshToken },
    };
  }
}

/** The generation goes up, so that a renewal that is still under way is not kept. */
async function markDisconnected(tx: Tx, accountId: AccountId): Promise<void> {
  const [marked] = await tx.query<{ revision: number }>(
    `UPDATE account
        SET state = 'disconnected', disconnected_at = baton.now(), confirmed_by_x = false,
            sealed_client_secret = '', sealed_access_token = '', sealed_refresh_token = '',
            generation = generation + 1, refresh_lease = NULL, refresh_leased_until = NULL, revision = revision + 1
      WHERE charity_id = $1 AND account_id = $2 RETURNING revision`,
    [tx.charityId, accountId],
  );
  if (!marked) throw new Error('a locked account is gone');
  // What was begun with the same key cannot be finished once that is shredded.
  await tx.query('DELETE FROM connection_attempt WHERE charity_id = $1 AND account_id = $2', [
    tx.charityId,
    accountId,
  ]);
  const { revision } = marked;
  await appendFacts(tx, newFact(accountDisconnected, { subject: accountId, revision, data: { accountId } }));
}

const noteConfirmed = (tx: Tx, accountId: AccountId, generation: number) =>
  tx.query(
    `UPDATE account SET confirmed_by_x = true
      WHERE charity_id = $1 AND account_id = $2 AND generation = $3 AND state = 'disconnected'`,
    [tx.charityId, accountId, generation],
  );
