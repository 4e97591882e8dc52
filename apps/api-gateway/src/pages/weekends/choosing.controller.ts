import {
  bookSlot,
  holdSlot,
  Instant,
  isRefusal,
  listSlots,
  type Refusal,
  releaseHold,
  type SlotId,
  TakeoverId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { sendPage } from '../browser.js';
import { type CuratorCaller, curatorCalling, curatorOrWhyNot } from '../curator-calling.js';
import { asPage, Front } from '../front.js';
import { keptPage } from '../kept-page.js';
import { words } from '../sign-in-forms.js';
import { dateOn } from './clocks.js';
import { ReadWeekends } from './read-weekends.js';
import { monthIn } from './weekend-calendar.js';
import { alternativesIn, slotIdIn, weekendsPath } from './weekend-words.js';
import { bookedPage, choicePage, notThatOnePage, type Shown, weekendsPage } from './weekends-page.js';

const htmlType = 'text/html; charset=utf-8';
const mostSlots = 200;

/** Booking in two steps: choosing keeps a weekend for ten minutes, and only the second step books it. */
@Controller('curator/weekends')
export class ChoosingPages {
  constructor(
    private readonly front: Front,
    private readonly weekends: ReadWeekends,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async show(@Req() request: KnownRequest, @Query() query: Record<string, unknown>): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const view = await this.weekends.for(caller);
    const today = dateOn(new Date().toISOString(), view.clocks.own).slice(0, 7);
    const from = Number(query['from']);
    const shown: Shown = {
      from: Number.isSafeInteger(from) && from > 0 ? from : 0,
      month: query['view'] === 'calendar' ? (monthIn(query['month']) ?? today) : undefined,
    };
    return weekendsPage(view, shown);
  }

  @Post(':slotId/hold')
  @PublicPage(true)
  async hold(@Req() request: KnownRequest, @Param('slotId') id: string, @Res() reply: Reply): Promise<void> {
    const slotId = slotIdIn(id);
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptPage(`${weekendsPath}/${slotId}/hold`, {}, caller));
    const result = await this.front.ask(holdSlot, { charityId: caller.charityId, slotId }, caller);
    if (isRefusal(result)) return this.notThatOne(reply, caller, result);
    const until = encodeURIComponent(result.value.heldUntil);
    await reply.redirect(`${weekendsPath}/${slotId}?until=${until}`, 303);
  }

  @Post('let-go')
  @PublicPage(true)
  async letGo(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    await this.front.read(releaseHold, { charityId: caller.charityId }, caller);
    await reply.redirect(weekendsPath, 303);
  }

  @Get(':slotId')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async choice(
    @Req() request: KnownRequest,
    @Param('slotId') id: string,
    @Query('until') until: unknown,
  ): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const { slot, clocks } = await this.slotFor(caller, slotIdIn(id));
    const kept = Instant.safeParse(until).data;
    const keptUntil = kept && Date.parse(kept) > Date.now() ? kept : undefined;
    return choicePage({ slot, clocks, takeoverId: newId<TakeoverId>(), keptUntil });
  }

  @Post(':slotId/book')
  @PublicPage(true)
  async book(
    @Req() request: KnownRequest,
    @Param('slotId') id: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const slotId = slotIdIn(id);
    const takeoverId = TakeoverId.safeParse(words(body, 'takeoverId')).data ?? newId<TakeoverId>();
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptPage(`${weekendsPath}/${id}/book`, { takeoverId }, caller));
    const booking = { charityId: caller.charityId, slotId, takeoverId };
    const result = await this.front.ask(bookSlot, booking, caller);
    if (isRefusal(result)) await this.front.glance(releaseHold, { charityId: caller.charityId }, caller);
    if (isRefusal(result)) return this.notThatOne(reply, caller, result);
    await reply.type(htmlType).send(bookedPage(result.value, await this.weekends.clocksOf(caller)));
  }

  /** What could not be had, and the nearest that can; where the service does not say which, the soonest. */
  private async notThatOne(reply: Reply, caller: CuratorCaller, refusal: Refusal): Promise<void> {
    const { code, message, details } = refusal.refusal;
    if (code === 'notFound' || code === 'unavailable' || code === 'forbidden') throw asPage(refusal);
    const clocks = await this.weekends.clocksOf(caller);
    if (code === 'tooManyAhead') return sendPage(reply, notThatOnePage(message, undefined, clocks));
    const asked = { charityId: caller.charityId, state: 'free', limit: 5 } as const;
    const told = alternativesIn(details) ?? (await this.front.read(listSlots, asked, caller)).slots;
    await sendPage(reply, notThatOnePage(message, told, clocks));
  }

  private async slotFor(caller: CuratorCaller, slotId: SlotId) {
    const { charityId } = caller;
    const [clocks, { slots }] = await Promise.all([
      this.weekends.clocksOf(caller),
      this.front.read(listSlots, { charityId, limit: mostSlots }, caller),
    ]);
    const slot = slots.find((one) => one.slotId === slotId);
    if (!slot) throw new Refused('notFound');
    return { slot, clocks };
  }
}
