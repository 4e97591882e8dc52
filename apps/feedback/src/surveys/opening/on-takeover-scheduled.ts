import type { FactOf, takeoverScheduled } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { askBefore } from './ask-before.js';

/** Whoever comes again has been ready for long: their booking is when they are asked. */
@Injectable()
export class OnTakeoverScheduled implements Consumes<typeof takeoverScheduled> {
  handle({ data }: FactOf<typeof takeoverScheduled>, tx: Tx): Promise<void> {
    return askBefore(tx, data.curatorId);
  }
}
