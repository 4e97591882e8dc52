import {
  cancelBooking,
  isRefusal,
  listSwapChoices,
  listSwaps,
  listTakeovers,
  proposeSwap,
  reportUnwell,
  SlotId,
  SwapId,
  TakeoverId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { sendPage } from '../browser.js';
import {
  type CuratorCaller,
  curatorCalling,
  curatorOrWhyNot,
  keptBecause,
  refusedAsValue,
} from '../curator-calling.js';
import { Front } from '../front.js';
import { keptPage } from '../kept-page.js';
import { words } from '../sign-in-forms.js';
import { typedIn } from '../team/typed-form.js';
import { weekendPath } from './ahead-panel.js';
import {
  calledOffPage,
  callOffPage,
  type OwnWeekend,
  ownWeekendPage,
  swapSaidPage,
  tooLatePage,
  unwellPage,
} from './own-weekend-pages.js';
import { ReadWeekends } from './read-weekends.js';
import { alternativesIn, nearestOnes } from './weekend-words.js';

const htmlType = 'text/html; charset=utf-8';
/** Of one person. */
const mostTakeovers = 200;

/** A weekend of one's own: being unwell, calling it off, and asking for a swap. */
@Controller('curator')
export class OwnWeekendPages {
  constructor(
    private readonly front: Front,
    private readonly weekends: ReadWeekends,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Post('unwell')
  @PublicPage(true)
  async unwell(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const takeoverId = TakeoverId.safeParse(words(body, 'takeoverId')).data;
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptPage('/curator/unwell', { takeoverId: takeoverId ?? '' }, caller));
    const said = { charityId: caller.charityId, ...(takeoverId && { takeoverId }) };
    const { takeover, cover } = await this.front.read(reportUnwell, said, caller);
    const clocks = await this.weekends.clocksOf(caller);
    await reply.type(htmlType).send(unwellPage(takeover, cover, clocks));
  }

  @Get('weekend/:takeoverId')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async show(@Req() request: KnownRequest, @Param('takeoverId') id: string): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    return ownWeekendPage(await this.viewOf(caller, takeoverIdIn(id)));
  }

  @Post('weekend/:takeoverId/swaps')
  @PublicPage(true)
  async propose(
    @Req() request: KnownRequest,
    @Param('takeoverId') id: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const takeoverId = takeoverIdIn(id);
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused) {
      const typed = typedIn(body, ['swapId', 'slotId']);
      return sendPage(reply, keptPage(`${weekendPath(takeoverId)}/swaps`, typed, caller));
    }
    const { charityId } = caller;
    const slotId = SlotId.safeParse(words(body, 'slotId'));
    const again = async (problem: string) =>
      sendPage(
        reply,
        ownWeekendPage(await this.viewOf(caller, takeoverId), { slotId: words(body, 'slotId'), problem }),
      );
    if (!slotId.success) return again('Please choose a weekend first.');
    const swapId = SwapId.safeParse(words(body, 'swapId')).data ?? newId<SwapId>();
    const wish = { charityId, takeoverId, swapId, slotId: slotId.data };
    const result = await this.front.ask(proposeSwap, wish, caller);
    const clocks = await this.weekends.clocksOf(caller);
    if (!isRefusal(result)) return void (await reply.type(htmlType).send(swapSaidPage(result.value, clocks)));
    const { message, details } = result.refusal;
    const free = alternativesIn(details);
    if (free) return sendPage(reply, tooLatePage(message, nearestOnes(free, clocks)));
    await again(message);
  }

  @Get('weekend/:takeoverId/call-off')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async askWhether(@Req() request: KnownRequest, @Param('takeoverId') id: string): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const takeoverId = takeoverIdIn(id);
    return callOffPage({ takeoverId, say: '', window: await this.viewOf(caller, takeoverId) });
  }

  @Post('weekend/:takeoverId/call-off')
  @PublicPage(true)
  async callOff(
    @Req() request: KnownRequest,
    @Param('takeoverId') id: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const typed = { takeoverId: takeoverIdIn(id), say: words(body, 'say').replace(/\r\n?/g, '\n') };
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    const again = (problem: string) => sendPage(reply, callOffPage({ ...typed, problem }));
    if (caller instanceof Refused) return again(keptBecause(caller));
    const { charityId } = caller;
    const { takeoverId, say } = typed;
    const read = cancelBooking.input.safeParse({ charityId, takeoverId, ...(say.trim() && { say }) });
    if (!read.success) return again('That is more than 2,000 characters, or has a broken one in it.');
    const result = await this.front.ask(cancelBooking, read.data, caller);
    if (isRefusal(result)) return again(result.refusal.message);
    const clocks = await this.weekends.clocksOf(caller).catch(refusedAsValue);
    if (clocks instanceof Refused) return void (await reply.redirect('/curator', 303));
    await reply.type(htmlType).send(calledOffPage(result.value, clocks));
  }

  private async viewOf(caller: CuratorCaller, takeoverId: TakeoverId): Promise<OwnWeekend> {
    const { charityId } = caller;
    const [clocks, { takeovers }, { choices }, { swaps }] = await Promise.all([
      this.weekends.clocksOf(caller),
      this.front.read(listTakeovers, { charityId, limit: mostTakeovers }, caller),
      this.front.read(listSwapChoices, { charityId, takeoverId }, caller),
      this.front.read(listSwaps, { charityId }, caller),
    ]);
    const takeover = takeovers.find((one) => one.takeoverId === takeoverId);
    if (!takeover) throw new Refused('notFound');
    const open = swaps.filter(
      ({ state, gives, wants }) =>
        (state === 'asked' || state === 'agreed') && [gives.slotId, wants.slotId].includes(takeover.slotId),
    );
    return { takeover, clocks, theirs: choices, swaps: open, swapId: newId<SwapId>() };
  }
}

function takeoverIdIn(path: string): TakeoverId {
  const takeoverId = TakeoverId.safeParse(path);
  if (!takeoverId.success) throw new Refused('notFound');
  return takeoverId.data;
}
