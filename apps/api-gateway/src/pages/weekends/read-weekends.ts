import {
  listHiatuses,
  listSlots,
  listTakeovers,
  viewCharity,
  viewMyWaiting,
  viewReminderWishes,
} from '@baton/contracts';
import { Injectable } from '@nestjs/common';
import type { CuratorCaller } from '../curator-calling.js';
import { Front } from '../front.js';
import type { Clocks } from './clocks.js';
import type { WeekendsView } from './weekends-page.js';

const mostSlots = 200;

/** What pages about weekends show, as whoever is looking. */
@Injectable()
export class ReadWeekends {
  constructor(private readonly front: Front) {}

  /** Whoever has not said whose clock they go by goes by the charity’s. */
  async clocksOf(caller: CuratorCaller): Promise<Clocks> {
    const { charityId } = caller;
    const [{ zone }, wishes] = await Promise.all([
      this.front.read(viewCharity, { charityId }),
      this.front.glance(viewReminderWishes, { charityId }, caller),
    ]);
    return { own: wishes?.zone ?? zone, charity: zone };
  }

  async for(caller: CuratorCaller): Promise<WeekendsView> {
    const { charityId } = caller;
    const [clocks, { slots }, { takeovers }, waiting, { hiatuses }] = await Promise.all([
      this.clocksOf(caller),
      this.front.read(listSlots, { charityId, limit: mostSlots }, caller),
      this.front.read(listTakeovers, { charityId, state: 'live', order: 'soonestFirst' }, caller),
      this.front.read(viewMyWaiting, { charityId }, caller),
      this.front.read(listHiatuses, { charityId }, caller),
    ]);
    const mine = new Set(takeovers.map(({ slotId }): string => slotId));
    return { clocks, slots, mine, waiting, hiatuses };
  }
}
