import {
  askForBuddy,
  BuddyMessageId,
  BuddyPairId,
  endBuddy,
  isRefusal,
  mayCurate,
  offerToBeBuddy,
  viewBuddies,
  viewCharity,
  viewMe,
  writeToBuddy,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { sendPage } from './browser.js';
import { type BuddiesView, buddiesPage, endBuddyPage, unsentPage } from './buddy-pages.js';
import type { Unsent } from './buddy-panel.js';
import {
  type CuratorCaller,
  curatorCalling,
  curatorOrWhyNot,
  keptBecause,
  refusedAsValue,
} from './curator-calling.js';
import { asPage, Front } from './front.js';
import { words } from './sign-in-forms.js';

const htmlType = 'text/html; charset=utf-8';
const mostCharacters = 2000;
const home = '/curator/buddies';

/** Asking for a buddy, being one, and what is written to and fro. What somebody has written stays, whatever is refused. */
@Controller(home.slice(1))
export class CuratorBuddyPages {
  constructor(
    private readonly front: Front,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async show(@Req() request: KnownRequest, @Query('before') before: unknown): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    return buddiesPage(await this.viewFor(caller, BuddyMessageId.safeParse(before).data));
  }

  @Post('wish')
  @PublicPage(true)
  async ask(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const alertMyBuddy = words(body, 'alertMyBuddy') === 'yes';
    await this.front.read(askForBuddy, { charityId: caller.charityId, alertMyBuddy }, caller);
    await reply.redirect(home, 303);
  }

  @Post('offer')
  @PublicPage(true)
  async offer(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const said = { charityId: caller.charityId, offers: words(body, 'offers') === 'yes' };
    const result = await this.front.ask(offerToBeBuddy, said, caller);
    if (!isRefusal(result)) return void (await reply.redirect(home, 303));
    const { code, message } = result.refusal;
    if (code !== 'notYet') throw asPage(result);
    await sendPage(reply, buddiesPage(await this.viewFor(caller), { offerProblem: message }));
  }

  @Post(':pairId/messages')
  @PublicPage(true)
  async write(
    @Req() request: KnownRequest,
    @Param('pairId') pairId: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const typed = { pairId: pairIdIn(pairId), messageId: messageIdIn(body), text: textIn(body) };
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused) return this.keep(reply, { ...typed, why: keptBecause(caller) });
    const read = writeToBuddy.input.safeParse({ ...typed, charityId: caller.charityId });
    if (!read.success) return this.keep(reply, { ...typed, why: whatIsWrongWith(typed.text) }, caller);
    const result = await this.front.ask(writeToBuddy, read.data, caller);
    if (!isRefusal(result)) return void (await reply.redirect(`${home}#pair-${pairId}`, 303));
    const { code, message } = result.refusal;
    if (code === 'over') return sendPage(reply, unsentPage({ ...typed, why: message }, { over: true }));
    await this.keep(reply, { ...typed, why: message }, caller);
  }

  @Get(':pairId/end')
  @PublicPage(true)
  async askWhether(
    @Req() request: KnownRequest,
    @Param('pairId') id: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const pairId = pairIdIn(id);
    const { buddies } = await this.front.read(viewBuddies, { charityId: caller.charityId }, caller);
    const buddy = buddies.find((each) => each.pairId === pairId);
    if (!buddy) return void (await reply.redirect(home, 303));
    await reply.type(htmlType).send(endBuddyPage(buddy));
  }

  @Post(':pairId/end')
  @PublicPage(true)
  async end(@Req() request: KnownRequest, @Param('pairId') id: string, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    await this.front.read(endBuddy, { charityId: caller.charityId, pairId: pairIdIn(id) }, caller);
    await reply.redirect(home, 303);
  }

  private async viewFor(caller: CuratorCaller, before?: BuddyMessageId): Promise<BuddiesView> {
    const { charityId } = caller;
    const [{ zone }, { state }, buddies] = await Promise.all([
      this.front.read(viewCharity, { charityId }),
      this.front.read(viewMe, { charityId }, caller),
      this.front.read(viewBuddies, { charityId, before }, caller),
    ]);
    return { ...buddies, zone, mayOffer: mayCurate(state) };
  }

  /** The words again, in their place where that can be shown; alone where it cannot. */
  private async keep(reply: Reply, unsent: Unsent, caller?: CuratorCaller): Promise<void> {
    const view = caller && (await this.viewFor(caller).catch(refusedAsValue));
    if (!view || view instanceof Refused || !view.buddies.some(({ pairId }) => pairId === unsent.pairId))
      return sendPage(reply, unsentPage(unsent, { over: false }));
    await sendPage(reply, buddiesPage(view, { unsent }));
  }
}

function pairIdIn(path: string): BuddyPairId {
  const pairId = BuddyPairId.safeParse(path);
  if (!pairId.success) throw new Refused('notFound');
  return pairId.data;
}

const messageIdIn = (body: unknown): BuddyMessageId =>
  BuddyMessageId.safeParse(words(body, 'messageId')).data ?? newId<BuddyMessageId>();

/** Browsers send the ends of lines as two characters, which nobody typed and nobody wants counted. */
const textIn = (body: unknown): string => words(body, 'text').replace(/\r\n?/g, '\n');

function whatIsWrongWith(text: string): string {
  const { length } = text.trim();
  if (length === 0) return 'There is nothing in the box yet. A short hello is enough.';
  if (length > mostCharacters)
    return `This is ${length.toLocaleString('en')} characters long, and 2,000 go into one message. Please make two of it; nothing was sent yet.`;
  return 'There is a broken character in it. Please delete it and type it again.';
}
