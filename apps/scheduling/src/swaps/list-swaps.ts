import { accept, type InputOf, type listSwaps, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { shownSwap } from './shown-swap.js';
import { swapsOf } from './swaps.js';

@Injectable()
export class ListSwaps implements Handles<typeof listSwaps> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId }: InputOf<typeof listSwaps>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listSwaps>> {
    const only = caller.kind === 'curator' ? caller.curatorId : undefined;
    return this.database.inCharity(charityId, async (tx) => {
      const swaps = await swapsOf(tx, only);
      return accept({ swaps: swaps.map((swap) => shownSwap(swap, caller)) });
    });
  }
}
