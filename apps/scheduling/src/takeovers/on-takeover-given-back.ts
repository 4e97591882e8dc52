import type { FactOf, takeoverGivenBack } from '@baton/contracts';
import { appendFacts, type Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { factsOf } from '../handover/state-moves.js';
import { lockSlot } from '../slots/lock-slot.js';
import { closeEarly } from './close-early.js';
import { findTakeover } from './takeovers.js';

/** The account was given back where its posts go out: on the rota the takeover is over too, since that moment. */
@Injectable()
export class OnTakeoverGivenBack implements Consumes<typeof takeoverGivenBack> {
  async handle({ data }: FactOf<typeof takeoverGivenBack>, tx: Tx): Promise<void> {
    const takeover = await findTakeover(tx, data.takeoverId);
    if (takeover) await lockSlot(tx, takeover.slotId);
    const closed = await closeEarly(tx, data.takeoverId, 'ended', data.givenBackAt);
    await appendFacts(tx, ...factsOf(closed).map(({ fact }) => fact));
  }
}
