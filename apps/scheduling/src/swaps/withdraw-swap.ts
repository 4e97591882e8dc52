import {
  accept,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
  type withdrawSwap,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { closeSwap } from './close-swap.js';
import { shownSwap } from './shown-swap.js';
import { findLockedSwap, findSwap } from './swaps.js';

/** What is over already stays what it was. */
@Injectable()
export class WithdrawSwap implements Handles<typeof withdrawSwap> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, swapId }: InputOf<typeof withdrawSwap>,
    { caller: by }: CallContext,
  ): Promise<ResultOf<typeof withdrawSwap>> {
    return this.database.inCharity(charityId, async (tx) => {
      const found = await findLockedSwap(tx, swapId);
      if (!found) return refuse('notFound');
      const { swap, now: at } = found;
      if (swap.gives.curatorId !== curatorOf(by)) return refuse('notYours');
      if (swap.state === 'done') return refuse('done');
      if (swap.state !== 'asked' && swap.state !== 'agreed') return accept(shownSwap(swap, by));
      await closeSwap(tx, swapId, 'withdrawn');
      await appendFacts(
        tx,
        newAuditFact(schedulingAudited, { by, action: 'swap.withdrawn', about: swapId, at }),
      );
      return accept(shownSwap((await findSwap(tx, swapId)) ?? swap, by));
    });
  }
}
