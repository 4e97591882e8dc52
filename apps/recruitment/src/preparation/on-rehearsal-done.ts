import type { FactOf, rehearsalDone } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { ReachReady } from './reach-ready.js';

/** A curator has tried posting where nobody sees it. */
@Injectable()
export class OnRehearsalDone implements Consumes<typeof rehearsalDone> {
  constructor(private readonly ready: ReachReady) {}

  handle({ data }: FactOf<typeof rehearsalDone>, tx: Tx): Promise<void> {
    return this.ready.done(tx, data.curatorId, 'rehearsal');
  }
}
