import { approveSwap, isRefusal, listZoneChanges, refuseSwap, SwapId, stopCover } from '@baton/contracts';
import { Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { Front } from '../front.js';
import { keptPage } from '../kept-page.js';
import { TeamVisit } from '../team/team-visit.js';
import { slotIdIn } from '../weekends/weekend-words.js';
import { movedPage } from './moved-page.js';
import { ReadRota } from './read-rota.js';
import { rotaPage, rotaPath } from './rota-page.js';

const htmlType = 'text/html; charset=utf-8';

/** The rota at a glance, and the answers that wait for the team. */
@Controller('c/:slug/rota')
export class RotaPages {
  constructor(
    private readonly front: Front,
    private readonly rota: ReadRota,
    private readonly team: TeamVisit,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async show(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Query('from') typed: unknown,
  ): Promise<string> {
    const from = Number(typed);
    const visit = await this.team.of(request, slug);
    return rotaPage(await this.rota.for(visit, Number.isSafeInteger(from) && from > 0 ? from : 0));
  }

  @Get('moved')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async moved(@Req() request: KnownRequest, @Param('slug') slug: string): Promise<string> {
    const { charity, caller } = await this.team.of(request, slug);
    const asked = { charityId: charity.charityId };
    return movedPage(charity, (await this.front.read(listZoneChanges, asked, caller)).changes);
  }

  @Post('slots/:slotId/stop')
  @PublicPage(true)
  async stop(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('slotId') id: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const slotId = slotIdIn(id);
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused)
      return sendPage(reply, keptPage(`${rotaPath(slug)}/slots/${slotId}/stop`, {}, visit));
    await this.front.read(stopCover, { charityId: visit.charity.charityId, slotId }, visit.caller);
    await reply.redirect(rotaPath(slug), 303);
  }

  @Post('swaps/:swapId/:answer')
  @PublicPage(true)
  async swap(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('swapId') id: string,
    @Param('answer') answer: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const swapId = SwapId.safeParse(id);
    if (!swapId.success || !['approve', 'refuse'].includes(answer)) throw new Refused('notFound');
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused)
      return sendPage(reply, keptPage(`${rotaPath(slug)}/swaps/${swapId.data}/${answer}`, {}, visit));
    const wish = { charityId: visit.charity.charityId, swapId: swapId.data };
    const result =
      answer === 'approve'
        ? await this.front.ask(approveSwap, wish, visit.caller)
        : await this.front.ask(refuseSwap, wish, visit.caller);
    if (isRefusal(result))
      return sendPage(reply, rotaPage(await this.rota.for(visit), result.refusal.message));
    await reply.redirect(rotaPath(slug), 303);
  }
}
