import {
  accept,
  type approveSwap,
  type Caller,
  type InputOf,
  type ResultOf,
  refuse,
  type refuseSwap,
  schedulingAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { closeSwap } from './close-swap.js';
import { shownSwap } from './shown-swap.js';
import { findLockedSwap, findSwap, type Swap } from './swaps.js';
import { takeEffect } from './take-effect.js';

@Injectable()
export class ApproveSwap implements Handles<typeof approveSwap> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, swapId }: InputOf<typeof approveSwap>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof approveSwap>> {
    return this.database.inCharity(charityId, async (tx) => {
      const found = await findLockedSwap(tx, swapId);
      if (!found) return refuse('notFound');
      const { swap, now } = found;
      if (swap.state === 'done') return accept(shownSwap(swap, caller));
      if (swap.state === 'asked') return refuse('notAgreed');
      if (swap.state !== 'agreed' || swap.expiresAt <= now) return refuse('swapOver');
      const effect = await takeEffect(tx, swap);
      if (effect !== 'done') return refuse(effect);
      return decided(tx, swap, { by: caller, yes: true, at: now });
    });
  }
}

@Injectable()
export class RefuseSwap implements Handles<typeof refuseSwap> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, swapId }: InputOf<typeof refuseSwap>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof refuseSwap>> {
    return this.database.inCharity(charityId, async (tx) => {
      const found = await findLockedSwap(tx, swapId);
      if (!found) return refuse('notFound');
      const { swap, now } = found;
      if (swap.state === 'refused') return accept(shownSwap(swap, caller));
      if (swap.state !== 'asked' && swap.state !== 'agreed') return refuse('swapOver');
      await closeSwap(tx, swapId, 'refused');
      return decided(tx, swap, { by: caller, yes: false, at: now });
    });
  }
}

interface Decision {
  readonly by: Caller;
  readonly yes: boolean;
  readonly at: Date;
}

async function decided(tx: Tx, swap: Swap, { by, yes, at }: Decision) {
  const { swapId } = swap;
  const note = { by, action: 'swap.decided', about: swapId, details: { yes }, at } as const;
  await appendFacts(tx, newAuditFact(schedulingAudited, note));
  return accept(shownSwap((await findSwap(tx, swapId)) ?? swap, by));
}
