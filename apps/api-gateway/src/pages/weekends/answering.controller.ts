import {
  acceptOffer,
  answerSwap,
  declineOffer,
  isRefusal,
  OfferId,
  type ResultOf,
  SwapId,
  withdrawSwap,
} from '@baton/contracts';
import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { sendPage } from '../browser.js';
import { type CuratorCaller, curatorOrWhyNot } from '../curator-calling.js';
import { Front } from '../front.js';
import { html } from '../html.js';
import { keptPage } from '../kept-page.js';
import { swapSaidPage, tooLatePage } from './own-weekend-pages.js';
import { ReadWeekends } from './read-weekends.js';
import { alternativesIn, nearestOnes } from './weekend-words.js';
import { bookedPage } from './weekends-page.js';

const htmlType = 'text/html; charset=utf-8';

/** A yes or a no to what somebody was asked: an offer, or a swap. Pressed twice, it is said once; and an ended session loses none. */
@Controller('curator')
export class AnsweringPages {
  constructor(
    private readonly front: Front,
    private readonly weekends: ReadWeekends,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Post('offers/:offerId/accept')
  @PublicPage(true)
  async accept(
    @Req() request: KnownRequest,
    @Param('offerId') id: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const offerId = offerIdIn(id);
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptPage(`/curator/offers/${offerId}/accept`, {}, caller));
    const offer = { charityId: caller.charityId, offerId };
    const result = await this.front.ask(acceptOffer, offer, caller);
    const clocks = await this.weekends.clocksOf(caller);
    if (!isRefusal(result)) return void (await reply.type(htmlType).send(bookedPage(result.value, clocks)));
    const { code, message, details } = result.refusal;
    const free = code === 'tooManyAhead' ? undefined : alternativesIn(details);
    await sendPage(reply, tooLatePage(message, free ? nearestOnes(free, clocks) : html``));
  }

  @Post('offers/:offerId/decline')
  @PublicPage(true)
  async decline(
    @Req() request: KnownRequest,
    @Param('offerId') id: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const offerId = offerIdIn(id);
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptPage(`/curator/offers/${offerId}/decline`, {}, caller));
    const offer = { charityId: caller.charityId, offerId };
    const result = await this.front.ask(declineOffer, offer, caller);
    if (isRefusal(result)) return sendPage(reply, tooLatePage(result.refusal.message, html``));
    await reply.redirect('/curator', 303);
  }

  @Post('swaps/:swapId/:answer')
  @PublicPage(true)
  async swap(
    @Req() request: KnownRequest,
    @Param('swapId') id: string,
    @Param('answer') answer: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const swapId = SwapId.safeParse(id);
    if (!swapId.success || !['yes', 'no', 'withdraw'].includes(answer)) throw new Refused('notFound');
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptPage(`/curator/swaps/${swapId.data}/${answer}`, {}, caller));
    const result = await this.say(caller, swapId.data, answer);
    if (isRefusal(result)) return sendPage(reply, tooLatePage(result.refusal.message, html``));
    await reply.type(htmlType).send(swapSaidPage(result.value, await this.weekends.clocksOf(caller)));
  }

  private say(
    caller: CuratorCaller,
    swapId: SwapId,
    answer: string,
  ): Promise<ResultOf<typeof answerSwap> | ResultOf<typeof withdrawSwap>> {
    const { charityId } = caller;
    if (answer === 'withdraw') return this.front.ask(withdrawSwap, { charityId, swapId }, caller);
    return this.front.ask(answerSwap, { charityId, swapId, yes: answer === 'yes' }, caller);
  }
}

function offerIdIn(path: string): OfferId {
  const offerId = OfferId.safeParse(path);
  if (!offerId.success) throw new Refused('notFound');
  return offerId.data;
}
