import {
  accept,
  type CharityId,
  type finishConnection,
  type InputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { Lanes } from '../publishing/lanes.js';
import { exchangeCode, type Grant, revokeGrant, whoAmI, type XUser } from '../x/connect-to-x.js';
import { type WhatFailed, XFailure } from '../x/x-failure.js';
import { XWire } from '../x/x-wire.js';
import { findAccount } from './connected-account.js';
import {
  type ConnectionAttempt,
  ledToConnection,
  markConnected,
  putBackAttempt,
  takeAttempt,
} from './connection-attempt.js';
import { decideConnection, type KnownAccount } from './decide-connection.js';
import { decideScopes } from './decide-scopes.js';
import { saveConnection } from './save-connection.js';
import { sayAccountIsBack } from './say-account-is-back.js';

type Finished = ResultOf<typeof finishConnection>;

interface Asked {
  readonly charityId: CharityId;
  readonly state: string;
  readonly call: CallContext;
}

/**
 * Finishes a connection with what X sent back: takes the attempt (once), asks X for tokens and for whose
 * they are with no transaction open, then seals them. The same state again is answered with the account.
 */
@Injectable()
export class FinishConnection implements Handles<typeof finishConnection> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(XWire) private readonly wire: XWire,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  async handle(
    { charityId, state, code }: InputOf<typeof finishConnection>,
    call: CallContext,
  ): Promise<Finished> {
    const attempt = await this.database.inCharity(charityId, (tx) => takeAttempt(tx, this.vault, state));
    if (!attempt) return this.answerAgain(charityId, state);
    try {
      const grant = await exchangeCode(this.wire, attempt.app, { ...attempt, code });
      return await this.accept({ charityId, state, call }, attempt, grant);
    } catch (error) {
      if (!(error instanceof XFailure)) throw error;
      return this.explain(charityId, state, error);
    }
  }

  private answerAgain(charityId: CharityId, state: string): Promise<Finished> {
    return this.database.inCharity(charityId, async (tx) => {
      const account = (await ledToConnection(tx, state)) ? await findAccount(tx) : undefined;
      return account ? accept(account) : refuse('wrongState');
    });
  }

  private async accept(asked: Asked, attempt: ConnectionAttempt, grant: Grant): Promise<Finished> {
    const scopes = decideScopes(grant.scopes);
    if (scopes !== 'enough') {
      await revokeGrant(this.wire, attempt.app, grant);
      return refuse('missingScope', scopes === 'directMessages' ? { message: directMessages } : {});
    }
    const user = await whoAmI(this.wire, grant.accessToken);
    const saved = await this.save(asked, attempt, { grant, user });
    if (!saved.ok) await revokeGrant(this.wire, attempt.app, grant);
    return saved;
  }

  private save(
    { charityId, state, call }: Asked,
    attempt: ConnectionAttempt,
    granted: { readonly grant: Grant; readonly user: XUser },
  ): Promise<Finished> {
    return this.database.inCharity(charityId, async (tx) => {
      // Lanes before the account. What waited goes, and the lane of an account that is replaced sorts out what it has.
      await this.lanes.wakeAll(tx);
      const { xUserId } = granted.user;
      const decided = decideConnection({ current: await lockCurrent(tx), begun: attempt, xUserId });
      if (decided === 'anotherAccount') return refuse('anotherAccount');
      const { accountId } = decided;
      await saveConnection(tx, this.vault, { accountId, app: attempt.app, ...granted });
      await markConnected(tx, state);
      await sayAccountIsBack(tx, accountId);
      await noteInAudit(tx, { by: call.caller, action: 'account.connected', about: accountId });
      const account = await findAccount(tx);
      if (!account) throw new Error('an account was connected and is not there');
      return accept(account);
    });
  }

  /** X's code works once: only what X has not looked at can be tried again with it. */
  private async explain(charityId: CharityId, state: string, { what }: XFailure): Promise<Finished> {
    if (what.kind === 'notSent' || isTooOften(what)) {
      await this.database.inCharity(charityId, (tx) => putBackAttempt(tx, state));
      return refuse(what.kind === 'notSent' ? 'unavailable' : 'tooOften');
    }
    if (what.kind === 'refused' && what.status < 500) return refuse('refusedByX');
    return refuse('unavailable', { message: noAnswer });
  }
}

async function lockCurrent(tx: Tx): Promise<KnownAccount | undefined> {
  const [current] = await tx.query<KnownAccount>(
    `SELECT account_id AS "accountId", x_user_id AS "xUserId" FROM account
      WHERE charity_id = $1 AND state <> 'replaced' FOR UPDATE`,
    [tx.charityId],
  );
  return current;
}

const isTooOften = (what: WhatFailed): boolean => what.kind === 'refused' && what.status === 429;

const directMessages =
  'X also granted access to direct messages, which Baton must never have. Please take that permission away from your app, then begin again.';
const noAnswer = 'X did not answer, so the account is not connected. Please begin the connection again.';
