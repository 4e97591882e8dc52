import { accept, type InputOf, type ResultOf, refuse, type viewCosts } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { readSwitch } from '../kill-switch/read-switch.js';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { committed, decideBudget } from './decide-budget.js';
import { forecast } from './forecast.js';
import { readCosts, spentByKind } from './read-costs.js';
import { dollars, wordsForBudget } from './words-for-costs.js';

@Injectable()
export class ViewCosts implements Handles<typeof viewCosts> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  handle(
    { charityId, takeoverId }: InputOf<typeof viewCosts>,
    call: CallContext,
  ): Promise<ResultOf<typeof viewCosts>> {
    const prices = this.config.X_PRICES;
    return this.database.inCharity(charityId, async (tx) => {
      const takeover = await readTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      if (!mayLook(call, takeover)) return refuse('notYours');
      const { now } = await readSwitch(tx);
      const costs = await readCosts(tx, prices, takeoverId);
      const { hardMicroUsd: hard } = costs;
      const spent = `So far this weekend has cost ${dollars(costs.spentMicroUsd)} at X.`;
      return accept({
        ...costs,
        byKind: await spentByKind(tx, [takeoverId]),
        leftMicroUsd: hard === null ? null : hard - committed(costs),
        forecastMicroUsd: forecast({ costs, window: takeover, now }),
        stands: hard !== null && committed(costs) >= hard ? 'hard' : decideBudget(costs, 0),
        words: [spent, wordsForBudget(costs)].filter((words) => words !== '').join(' '),
        pricesAsOf: prices.asOf,
      });
    });
  }
}
