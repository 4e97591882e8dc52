import {
  type Caller,
  type CharityId,
  charityOfState,
  closeFollowUp,
  closeReport,
  finishConnection,
  listAlerts,
  listFollowUps,
  listReported,
  listReviewQueue,
  listTakeovers,
  lookAtMention,
  lookAtPost,
  type RequestOf,
  releaseSwitch,
  setSwitch,
  viewBoard,
  viewCharity,
  viewSession,
  viewSwitch,
} from '@baton/contracts';
import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { confirmConnectionPage, connectedPage } from './connection-pages.js';
import { Front } from './front.js';
import { managerPage, proofPage } from './manager-page.js';
import { waitsForSomebody } from './on-call/alerts-panel.js';

const htmlType = 'text/html; charset=utf-8';
const shownApplications = 5;
const shownTakeovers = { order: 'soonestFirst', limit: 20 } as const;
const fortnightMs = 14 * 86_400_000;
/** Takeovers that have been over for longer are history. */
const lately = (): string => new Date(Date.now() - fortnightMs).toISOString();

/** What a signed-in member of a team sees. Each page asks who is calling itself, and reads only through access-checked operations. */
@Controller()
export class ConsolePages {
  constructor(
    private readonly front: Front,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get('manager')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async manager(@Req() request: KnownRequest): Promise<string> {
    const caller = await this.signedIn(request);
    const { charityId } = caller;
    const { zone, slug } = await this.front.read(viewCharity, { charityId });
    const [handover, review, { followUps }, { reported }, { takeovers }, { alerts }] = await Promise.all([
      this.front.read(viewSwitch, { charityId }, caller),
      this.front.read(listReviewQueue, { charityId }, caller),
      this.front.read(listFollowUps, { charityId }, caller),
      this.front.read(listReported, { charityId }, caller),
      this.front.read(listTakeovers, { charityId, since: lately(), ...shownTakeovers }, caller),
      this.front.read(listAlerts, { charityId }, caller),
    ]);
    const board = await this.boardFor(caller);
    const shown = { zone, slug, handover, review, followUps, reported, takeovers, board };
    return managerPage({ ...shown, alerts: alerts.filter(waitsForSomebody) });
  }

  /** One step: nobody is asked whether they are sure, and the answer is the proof. */
  @Post('manager/switch')
  @HttpCode(200)
  @PublicPage(true)
  @Header('content-type', htmlType)
  async throwSwitch(@Req() request: KnownRequest, @Body() body: unknown): Promise<string> {
    const caller = await this.signedIn(request);
    const { charityId } = caller;
    const { slug } = await this.front.read(viewCharity, { charityId });
    const wish: RequestOf<typeof setSwitch> = { ...Object(body), charityId };
    return proofPage(await this.front.read(setSwitch, wish, caller), slug);
  }

  @Post('manager/switch/release')
  @PublicPage(true)
  async release(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const caller = await this.signedIn(request);
    const { charityId } = caller;
    const { slug } = await this.front.read(viewCharity, { charityId });
    const back = `/manager?charity=${slug}`;
    try {
      await this.front.read(releaseSwitch, { charityId }, caller);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'stepUpNeeded') throw error;
      await reply.redirect(`/confirm-it-is-you?next=${encodeURIComponent(back)}`, 303);
      return;
    }
    await reply.redirect(back, 303);
  }

  @Post('manager/follow-ups')
  @PublicPage(true)
  async closeFollowUp(
    @Req() request: KnownRequest,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const caller = await this.signedIn(request);
    const { charityId } = caller;
    const { slug } = await this.front.read(viewCharity, { charityId });
    const done: RequestOf<typeof closeFollowUp> = { ...Object(body), charityId };
    await this.front.read(closeFollowUp, done, caller);
    await reply.redirect(`/manager?charity=${slug}`, 303);
  }

  /** Words that may be hard to read are shown once somebody asks for them; the page shows them from then on. */
  @Post('manager/looks')
  @PublicPage(true)
  async look(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await this.signedIn(request);
    const { charityId } = caller;
    const { slug } = await this.front.read(viewCharity, { charityId });
    const { postId, mentionId, takeoverId, evenSo: said } = Object(body);
    const evenSo = said === 'true';
    if (mentionId) await this.front.read(lookAtMention, { charityId, takeoverId, mentionId, evenSo }, caller);
    else await this.front.read(lookAtPost, { charityId, postId, evenSo }, caller);
    await reply.redirect(`/manager?charity=${slug}`, 303);
  }

  @Post('manager/reports')
  @PublicPage(true)
  async closeReport(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await this.signedIn(request);
    const { charityId } = caller;
    const { slug } = await this.front.read(viewCharity, { charityId });
    const done: RequestOf<typeof closeReport> = { ...Object(body), charityId };
    await this.front.read(closeReport, done, caller);
    await reply.redirect(`/manager?charity=${slug}`, 303);
  }

  /** Where X sends the person back to. Only a button finishes the connection: opening a link changes nothing. */
  @Get('account/connected')
  @PublicPage(true)
  @Header('content-type', htmlType)
  confirm(@Query() query: Record<string, unknown>): string {
    return confirmConnectionPage(String(query['state'] ?? ''), String(query['code'] ?? ''));
  }

  @Post('account/connected')
  @HttpCode(200)
  @PublicPage(true)
  @Header('content-type', htmlType)
  async finish(
    @Req() request: KnownRequest,
    @Body() body: Record<string, string> | undefined,
  ): Promise<string> {
    const answer = { state: body?.['state'] ?? '', code: body?.['code'] ?? '' };
    const caller = await this.signedIn(request, charityOfState(answer.state));
    return connectedPage(
      await this.front.read(finishConnection, { charityId: caller.charityId, ...answer }, caller),
    );
  }

  /** Who applied is for managers and owners. */
  private async boardFor(caller: Extract<Caller, { kind: 'staff' }>) {
    if (caller.role !== 'manager' && caller.role !== 'owner') return undefined;
    return this.front.read(viewBoard, { charityId: caller.charityId, perColumn: shownApplications }, caller);
  }

  /** A member of the team of the charity that is asked for; of their first one where none is. */
  private async signedIn(request: KnownRequest, charityId?: CharityId) {
    const [first] = await this.whoIsCalling.ask(request, undefined);
    const caller = first.kind === 'person' ? await this.asStaff(request, first, charityId) : first;
    if (caller.kind === 'staff') return caller;
    throw new Refused(caller.kind === 'anyone' ? 'signedOut' : 'forbidden');
  }

  private async asStaff(
    request: KnownRequest,
    person: Caller & { kind: 'person' },
    charityId: CharityId | undefined,
  ): Promise<Caller> {
    const { charity } = request.query as { charity?: unknown };
    const { charities } = await this.front.read(viewSession, {}, person);
    const wanted = charities.find(({ slug }) => slug === charity) ?? charities[0];
    const [asThere] = await this.whoIsCalling.ask(request, charityId ?? wanted?.charityId);
    return asThere;
  }
}
