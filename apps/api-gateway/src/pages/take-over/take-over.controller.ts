import { listOpenCalls } from '@baton/contracts';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type KnownRequest, PublicPage, type Reply, SaysTooOften } from '../../door/request.js';
import { Front } from '../front.js';
import { page } from '../layout.js';
import { type At, CallVisits } from './call-visit.js';
import { ShowForm } from './show-form.js';
import { TakeForm } from './take-form.js';
import { callsPage } from './take-over-pages.js';

type Asked = Readonly<Record<string, unknown>>;

/** “Take us over”: the calls of a charity, and the form of each, on a page of ours or in a frame on one of theirs. */
@Controller('c/:slug')
export class TakeOverPages {
  constructor(
    private readonly front: Front,
    private readonly visits: CallVisits,
    private readonly showing: ShowForm,
    private readonly taking: TakeForm,
  ) {}

  @Get('take-over')
  @PublicPage(true)
  async calls(
    @Param('slug') slug: string,
    @Query('nomination') nomination: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const charity = await this.visits.charity(slug);
    const { calls } = await this.front.read(listOpenCalls, { charityId: charity.charityId });
    const open = calls.filter(({ state }) => state === 'open');
    const [only] = open;
    const along = alongWith(nomination);
    if (only && open.length === 1)
      return void (await reply.redirect(`/c/${slug}/calls/${only.callId}${along}`, 303));
    const brand = await this.visits.brandOf(charity);
    const shown = page('Take us over', callsPage(charity, calls, along), brand);
    await reply.type('text/html; charset=utf-8').send(shown);
  }

  @Get('calls/:callId')
  @PublicPage(true)
  show(@Param() at: At, @Query() query: Asked, @Res() reply: Reply): Promise<void> {
    return this.showing.begin(reply, at, false, query);
  }

  @Get('calls/:callId/embed')
  @PublicPage(true)
  showFramed(@Param() at: At, @Query() query: Asked, @Res() reply: Reply): Promise<void> {
    return this.showing.begin(reply, at, true, query);
  }

  @Post('calls/:callId')
  @PublicPage(true)
  @SaysTooOften(true)
  take(
    @Param() at: At,
    @Req() { isTooOften = false }: KnownRequest,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    return this.taking.take(reply, { at, isFramed: false, isTooOften }, body);
  }

  @Post('calls/:callId/embed')
  @PublicPage(true)
  @SaysTooOften(true)
  takeFramed(
    @Param() at: At,
    @Req() { isTooOften = false }: KnownRequest,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    return this.taking.take(reply, { at, isFramed: true, isTooOften }, body);
  }
}

/** Whoever was suggested takes that along to whichever form they choose. */
const alongWith = (nomination: unknown): string =>
  typeof nomination === 'string' && /^[\w-]{1,200}$/.test(nomination) ? `?nomination=${nomination}` : '';
