import {
  accept,
  type answerSwap,
  type Caller,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
  swapAwaitsTeam,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { bookingRulesOf } from '../rules/booking-rules.js';
import { closeSwap } from './close-swap.js';
import { shownSwap } from './shown-swap.js';
import { findLockedSwap, findSwap, type Swap } from './swaps.js';
import { takeEffect } from './take-effect.js';

type Input = InputOf<typeof answerSwap>;
type Answer = ResultOf<typeof answerSwap>;

const agree = `
  UPDATE swap SET state = 'agreed', revision = revision + 1 WHERE charity_id = $1 AND swap_id = $2 RETURNING revision`;

/** A yes takes effect at once, or once the team has said yes as well. A no may still follow on a yes that waits for the team. */
@Injectable()
export class AnswerSwap implements Handles<typeof answerSwap> {
  constructor(private readonly database: Database) {}

  handle(input: Input, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(input.charityId, async (tx) => {
      const found = await findLockedSwap(tx, input.swapId);
      if (!found) return refuse('notFound');
      const { swap, now } = found;
      if (caller.kind !== 'curator' || caller.curatorId !== swap.wants.curatorId) return refuse('notYours');
      const isSaidAlready = input.yes ? isYes(swap) : swap.state === 'declined';
      if (isSaidAlready) return accept(shownSwap(swap, caller));
      if (!isOpen(swap, now)) return refuse('swapOver');
      return answered(tx, swap, { yes: input.yes, by: caller, at: now });
    });
  }
}

const isYes = ({ state }: Swap): boolean => state === 'agreed' || state === 'done';
const isOpen = ({ state, expiresAt }: Swap, now: Date): boolean =>
  (state === 'asked' || state === 'agreed') && now < expiresAt;

interface Said {
  readonly yes: boolean;
  readonly by: Caller;
  readonly at: Date;
}

async function answered(tx: Tx, swap: Swap, { yes, by, at }: Said): Promise<Answer> {
  const { swapId } = swap;
  const nothing = yes ? await sayYes(tx, swap) : undefined;
  if (nothing) return refuse(nothing);
  if (!yes) await closeSwap(tx, swapId, 'declined');
  const note = { by, action: 'swap.answered', about: swapId, details: { yes }, at } as const;
  await appendFacts(tx, newAuditFact(schedulingAudited, note));
  return accept(shownSwap((await findSwap(tx, swapId)) ?? swap, by));
}

/** A code where it came to nothing. */
async function sayYes(tx: Tx, swap: Swap): Promise<'swapOver' | 'notReady' | undefined> {
  const { swapId, expiresAt } = swap;
  const { swapsNeedManager } = await bookingRulesOf(tx);
  if (!swapsNeedManager) {
    const effect = await takeEffect(tx, swap);
    return effect === 'done' ? undefined : effect;
  }
  const [agreed] = await tx.query<{ revision: number }>(agree, [tx.charityId, swapId]);
  const data = { swapId, expiresAt: expiresAt.toISOString() };
  const revision = agreed?.revision ?? 1;
  await appendFacts(tx, newFact(swapAwaitsTeam, { subject: swapId, revision, data }));
  return undefined;
}
