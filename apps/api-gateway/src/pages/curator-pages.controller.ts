import {
  listMyOffers,
  listPosts,
  listSurveys,
  listSwaps,
  listTakeovers,
  mayCurate,
  viewMyPreparation,
} from '@baton/contracts';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { type KnownRequest, PublicPage } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { type CuratorCaller, curatorCalling } from './curator-calling.js';
import { curatorPage } from './curator-page.js';
import { Front } from './front.js';
import type { Ahead } from './weekends/ahead-panel.js';
import { ReadWeekends } from './weekends/read-weekends.js';

const shownPast = 5;

/** A curator's own page. Their takeovers are shown whether or not recruitment answers. */
@Controller()
export class CuratorPages {
  constructor(
    private readonly front: Front,
    private readonly weekends: ReadWeekends,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get('curator')
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: KnownRequest): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const { charityId } = caller;
    const [clocks, live, past, preparation, asking] = await Promise.all([
      this.weekends.clocksOf(caller),
      this.front.read(listTakeovers, { charityId, state: 'live', order: 'soonestFirst' }, caller),
      this.front.read(listTakeovers, { charityId, state: 'closed', limit: shownPast }, caller),
      this.front.glance(viewMyPreparation, { charityId }, caller),
      this.front.glance(listSurveys, { charityId }, caller),
    ]);
    const takeovers = [...live.takeovers, ...past.takeovers];
    const withPosts = takeovers.map(async (takeover) => ({
      takeover,
      posts:
        takeover.state === 'scheduled'
          ? []
          : (await this.front.read(listPosts, { charityId, takeoverId: takeover.takeoverId }, caller)).posts,
    }));
    const asked = await this.askedOf(caller);
    const mayBook = preparation !== undefined && mayCurate(preparation.state);
    const ahead = asked && { ...asked, clocks, takeovers, mayBook };
    const shown = { zone: clocks.own, preparation, ahead, surveys: asking?.surveys };
    return curatorPage({ ...shown, takeovers: await Promise.all(withPosts) });
  }

  /** What waits for their answer. */
  private async askedOf(caller: CuratorCaller): Promise<Pick<Ahead, 'offers' | 'swaps'> | undefined> {
    const { charityId } = caller;
    const [offers, swaps] = await Promise.all([
      this.front.glance(listMyOffers, { charityId }, caller),
      this.front.glance(listSwaps, { charityId }, caller),
    ]);
    return offers && swaps && { ...offers, ...swaps };
  }
}
