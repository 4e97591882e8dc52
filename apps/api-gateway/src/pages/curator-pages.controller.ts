import { listPosts, listTakeovers, viewCharity, viewMyPreparation } from '@baton/contracts';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { type KnownRequest, PublicPage } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { curatorCalling } from './curator-calling.js';
import { curatorPage } from './curator-page.js';
import { Front } from './front.js';

const shownTakeovers = 5;

/** A curator's own page. Their takeovers are shown whether or not recruitment answers. */
@Controller()
export class CuratorPages {
  constructor(
    private readonly front: Front,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get('curator')
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: KnownRequest): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const { charityId } = caller;
    const [{ zone }, { takeovers }, preparation] = await Promise.all([
      this.front.read(viewCharity, { charityId }),
      this.front.read(listTakeovers, { charityId }, caller),
      this.front.glance(viewMyPreparation, { charityId }, caller),
    ]);
    const withPosts = takeovers.slice(0, shownTakeovers).map(async (takeover) => ({
      takeover,
      posts:
        takeover.state === 'scheduled'
          ? []
          : (await this.front.read(listPosts, { charityId, takeoverId: takeover.takeoverId }, caller)).posts,
    }));
    return curatorPage({ zone, preparation, takeovers: await Promise.all(withPosts) });
  }
}
