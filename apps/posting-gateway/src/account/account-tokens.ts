import { setTimeout as pause } from 'node:timers/promises';
import type { AccountId, CharityId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Log, newId } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { Lanes } from '../publishing/lanes.js';
import { classifyPreparation, rejected } from '../x/classify-outcome.js';
import type { Grant } from '../x/connect-to-x.js';
import type { PrepareOutcome } from '../x/x-account.js';
import { type WhatFailed, XFailure } from '../x/x-failure.js';
import { decideScopes } from './decide-scopes.js';
import { decideToken, isStillGood } from './decide-token.js';
import { loseConnection } from './lose-connection.js';
import { PairsFromX } from './pairs-from-x.js';
import { sayAccountIsBack } from './say-account-is-back.js';
import {
  type AccessToken,
  doubtPair,
  giveUpPair,
  leaseRefresh,
  openAccessToken,
  type RefreshTask,
  readTokens,
  saveNextPair,
  shortenLease,
} from './token-pair.js';

/** Longer than a call to X can take, so that the lease of a living process never runs out under it. */
const leaseMs = 30_000;
const restAfterFailureMs = 5_000;
const patienceMs = 15_000;
const lookAgainMs = 50;

type Step =
  | { readonly step: 'use'; readonly token: AccessToken }
  | { readonly step: 'refresh'; readonly task: RefreshTask; readonly meanwhile: AccessToken | undefined }
  | { readonly step: 'wait' }
  | { readonly step: 'waitForPerson' }
  | { readonly step: 'notConnected' };

/**
 * The account's access token, renewed in time, by any number of processes. X's refresh tokens work once, so:
 *
 * - One process at a time asks for the next pair, by a lease in the account's row. The others use what is
 *   still good, or wait and read again. No transaction is open during the call.
 * - Both tokens are saved in one statement, only onto the generation they follow. A process that lost a race
 *   changes nothing.
 * - Only X's clear *no* to the refresh token disconnects; a network that fails never does.
 */
@Injectable()
export class AccountTokens {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(PairsFromX) private readonly pairs: PairsFromX,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(Log) private readonly log: Log,
  ) {}

  /**
   * Does work that may be repeated with a good token. If X refuses the token, once more with a new one.
   * Throws what the work throws.
   */
  async use<T>(
    charityId: CharityId,
    accountId: AccountId,
    work: (token: AccessToken) => Promise<T>,
  ): Promise<{ readonly value: T } | PrepareOutcome> {
    for (let tries = 0; tries < 2; tries += 1) {
      const found = await this.fresh(charityId, accountId);
      if (!('token' in found)) return found;
      try {
        return { value: await work(found.token) };
      } catch (error) {
        if (!(error instanceof XFailure) || !isTokenRefused(error.what)) throw error;
        await this.doubt(charityId, accountId, found.token.generation);
      }
    }
    return retrySoon();
  }

  async fresh(
    charityId: CharityId,
    accountId: AccountId,
  ): Promise<{ readonly token: AccessToken } | PrepareOutcome> {
    const waitingSince = performance.now();
    while (performance.now() - waitingSince < patienceMs) {
      const found = await this.database.inCharity(charityId, (tx) => this.look(tx, accountId));
      if (found.step === 'use') return found;
      if (found.step === 'notConnected') return rejected('notConnected');
      if (found.step === 'waitForPerson') return { outcome: 'waitForAccount' };
      if (found.step === 'wait') await pause(lookAgainMs);
      else {
        const failure = await this.refresh(charityId, accountId, found.task);
        if (failure) return found.meanwhile ? { token: found.meanwhile } : failure;
      }
    }
    return retrySoon();
  }

  /** X refused this token. */
  async doubt(charityId: CharityId, accountId: AccountId, generation: number): Promise<void> {
    const isLost = await this.database.inCharity(charityId, (tx) => doubtPair(tx, accountId, generation));
    if (isLost)
      this.log.warn('account needs reconnecting', { charityId, accountId, reason: 'refused twice' });
  }

  private async look(tx: Tx, accountId: AccountId): Promise<Step> {
    const row = await readTokens(tx, accountId);
    if (!row) return { step: 'notConnected' };
    const step = decideToken(row);
    if (step === 'use') return { step, token: await openAccessToken(tx, this.vault, accountId, row) };
    if (step !== 'refresh') return { step };
    const task = await leaseRefresh(tx, this.vault, accountId, row, { lease: newId(), leaseMs });
    if (!task) return { step: 'wait' };
    const meanwhile = isStillGood(row) ? await openAccessToken(tx, this.vault, accountId, row) : undefined;
    return { step, task, meanwhile };
  }

  /** Answers what stood in the way, or nothing when the row is worth reading again. */
  private async refresh(
    charityId: CharityId,
    accountId: AccountId,
    task: RefreshTask,
  ): Promise<PrepareOutcome | undefined> {
    try {
      await this.keep(charityId, accountId, task, await this.pairs.next(accountId, task));
      return undefined;
    } catch (error) {
      if (!(error instanceof XFailure)) throw error;
      if (isRefreshTokenSpent(error.what)) {
        await this.giveUp(charityId, accountId, task);
        return undefined;
      }
      await this.database.inCharity(charityId, (tx) => shortenLease(tx, accountId, task, restAfterFailureMs));
      return laterThan(error.what);
    }
  }

  /** A pair that may not be kept, or that nobody wants any more, is given back to X. */
  private async keep(
    charityId: CharityId,
    accountId: AccountId,
    task: RefreshTask,
    grant: Grant,
  ): Promise<void> {
    const fate = await this.database.inCharity(charityId, async (tx) => {
      // Lanes before the account; whether this heals it, and posts may go, is only known once that is locked.
      await this.lanes.wakeAll(tx);
      if (decideScopes(grant.scopes) === 'directMessages') {
        await loseConnection(tx, accountId, task.generation, 'directMessages');
        return 'unwanted';
      }
      const saved = await saveNextPair(tx, this.vault, accountId, task, grant);
      if (saved === 'healed') await sayAccountIsBack(tx, accountId);
      return saved;
    });
    if (fate !== 'unwanted') return;
    this.log.warn('a renewed grant was given back', { charityId, accountId });
    await this.pairs.giveBack(task, grant);
  }

  private async giveUp(charityId: CharityId, accountId: AccountId, task: RefreshTask): Promise<void> {
    const isLost = await this.database.inCharity(charityId, (tx) => giveUpPair(tx, accountId, task));
    if (isLost)
      this.log.warn('account needs reconnecting', { charityId, accountId, reason: 'refresh refused' });
  }
}

const isTokenRefused = (what: WhatFailed): boolean => what.kind === 'refused' && what.status === 401;

/** X's token endpoint speaks RFC 6749 (section 5.2). A bare 4xx of something in between is not its word. */
const isRefreshTokenSpent = (what: WhatFailed): boolean =>
  what.kind === 'refused' &&
  what.status >= 400 &&
  what.status < 404 &&
  /invalid_(?:request|grant|client|token)|unauthorized_client/.test(what.says);

function laterThan(what: WhatFailed): PrepareOutcome {
  const outcome = classifyPreparation(what, new Date());
  return outcome.outcome === 'retryAt' && outcome.because === 'rateLimited' ? outcome : retrySoon();
}

const retrySoon = (): PrepareOutcome => ({
  outcome: 'retryAt',
  at: new Date(Date.now() + restAfterFailureMs),
  because: 'tokenRefresh',
});
