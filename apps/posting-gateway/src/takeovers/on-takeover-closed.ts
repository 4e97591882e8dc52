import type { FactOf, takeoverClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CloseTakeover } from './close-takeover.js';
import { requireTakeover } from './read-takeover.js';

/** The window is over, or was ended on the rota. What its curator has given back is closed here already. */
@Injectable()
export class OnTakeoverClosed implements Consumes<typeof takeoverClosed> {
  constructor(@Inject(CloseTakeover) private readonly closing: CloseTakeover) {}

  async handle({ data }: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    await this.closing.close(tx, await requireTakeover(tx, data.takeoverId), new Date(data.closedAt));
  }
}
