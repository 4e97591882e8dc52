import type { TakeoverId } from '@baton/contracts';
import { appendFacts } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { lockReadyCurator } from '../booking/lock-ready-curator.js';
import { scheduleTakeover } from '../booking/schedule-takeover.js';
import { factsOf } from '../handover/state-moves.js';
import { closeEarly } from '../takeovers/close-early.js';
import { closeSwap } from './close-swap.js';
import type { Swap } from './swaps.js';

/**
 * Both bookings give way and each is scheduled anew for the other person, in one transaction. Anything else than all of it is
 * answered with a code, and the caller refuses, so that nothing of it happened. The caller has locked both slots.
 */
export async function takeEffect(
  tx: Tx,
  { swapId, gives, wants }: Swap,
): Promise<'done' | 'swapOver' | 'notReady'> {
  for (const curatorId of [gives.curatorId, wants.curatorId].sort())
    if (!(await lockReadyCurator(tx, curatorId))) return 'notReady';
  // Before its bookings give way: that would lapse it. One that lapsed meanwhile, because a window moved, has no effect.
  if (!(await closeSwap(tx, swapId, 'done'))) return 'swapOver';
  const closed = [
    ...(await closeEarly(tx, gives.takeoverId, 'swapped')),
    ...(await closeEarly(tx, wants.takeoverId, 'swapped')),
  ];
  if (closed.length !== 2) return 'swapOver';
  await appendFacts(tx, ...factsOf(closed).map(({ fact }) => fact));
  for (const [to, from] of [
    [gives, wants],
    [wants, gives],
  ] as const) {
    const { slotId, opensAt, closesAt } = from;
    const booking = { takeoverId: newId<TakeoverId>(), slotId, curatorId: to.curatorId };
    const scheduled = await scheduleTakeover(tx, booking, { opensAt, closesAt, because: 'swap' });
    if (!scheduled) return 'swapOver';
  }
  return 'done';
}
