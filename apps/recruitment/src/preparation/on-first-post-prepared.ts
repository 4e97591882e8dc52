import type { FactOf, firstPostPrepared } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { ReachReady } from './reach-ready.js';

/** A curator has a post ready for their weekend. */
@Injectable()
export class OnFirstPostPrepared implements Consumes<typeof firstPostPrepared> {
  constructor(private readonly ready: ReachReady) {}

  handle({ data }: FactOf<typeof firstPostPrepared>, tx: Tx): Promise<void> {
    return this.ready.done(tx, data.curatorId, 'firstPost');
  }
}
