import type { GatewayProblem, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { findAccount } from '../account/connected-account.js';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { decideBudget } from '../costs/decide-budget.js';
import { readCosts } from '../costs/read-costs.js';
import { readSwitch } from '../kill-switch/read-switch.js';

/** What stands between a takeover and its first post, as far as this service knows without asking anybody. */
@Injectable()
export class FindProblems {
  constructor(@Inject(POSTING_CONFIG) private readonly config: PostingConfig) {}

  async find(tx: Tx, takeoverId: TakeoverId): Promise<GatewayProblem[]> {
    const { mode, standing } = await readSwitch(tx);
    const account = await findAccount(tx);
    return [
      ...connection(account),
      ...(account?.warnings.some(({ what }) => what === 'outOfCredit') ? (['outOfCredit'] as const) : []),
      ...((await this.canPay(tx, takeoverId)) ? [] : (['budgetSpent'] as const)),
      ...(mode === 'off' && standing === 'active' ? [] : (['switchOn'] as const)),
    ];
  }

  private async canPay(tx: Tx, takeoverId: TakeoverId): Promise<boolean> {
    const prices = this.config.X_PRICES;
    return decideBudget(await readCosts(tx, prices, takeoverId), prices.microUsd.post) !== 'hard';
  }
}

function connection(account: Awaited<ReturnType<typeof findAccount>>): GatewayProblem[] {
  if (!account || account.state === 'disconnected') return ['notConnected'];
  return account.state === 'needsReconnecting' ? ['reconnectNeeded'] : [];
}
