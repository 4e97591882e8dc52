import type { AccountId } from '@baton/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CrashPoints } from '../publishing/crash-points.js';
import { type Grant, refreshGrant, revokeGrant } from '../x/connect-to-x.js';
import { XWire } from '../x/x-wire.js';
import type { RefreshTask } from './token-pair.js';

/** Asks X for the next pair of tokens, and gives one back that is not going to be used. */
@Injectable()
export class PairsFromX {
  constructor(
    @Inject(XWire) private readonly wire: XWire,
    @Inject(CrashPoints) private readonly crash: CrashPoints,
  ) {}

  /**
   * Spends the refresh token, whatever becomes of the answer. From X's answer until it is saved the next pair is in this
   * process and nowhere else; nothing that is written down before or after can bring it back.
   */
  async next(accountId: AccountId, { app, refreshToken }: RefreshTask): Promise<Grant> {
    const grant = await refreshGrant(this.wire, app, refreshToken);
    await this.crash.reach('nextPairReceived', accountId);
    return grant;
  }

  async giveBack({ app }: RefreshTask, grant: Grant): Promise<void> {
    await revokeGrant(this.wire, app, grant);
  }
}
