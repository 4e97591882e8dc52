import type { SwapId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { HandlesTimer } from '../timers/timer-handlers.js';
import { closeSwap } from './close-swap.js';
import { findLockedSwap } from './swaps.js';

/** An hour before the earlier of the two opens: whoever has it can rely on having it. */
@Injectable()
export class SwapTimer implements HandlesTimer {
  async due(tx: Tx, subjectId: string): Promise<void> {
    const found = await findLockedSwap(tx, subjectId as SwapId);
    if (found) await closeSwap(tx, found.swap.swapId, 'lapsed');
  }
}
