import { isRefusal, setBookingRules, viewBookingRules } from '@baton/contracts';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { keptBecause } from '../curator-calling.js';
import { Front } from '../front.js';
import { TeamVisit } from '../team/team-visit.js';
import { numberOr, typedIn, whatIsWrong } from '../team/typed-form.js';
import { bookingRulesPage, numbers, ticks } from './booking-rules-page.js';
import { rotaPath } from './rota-page.js';

/** What the charity has settled about booking, offers and swaps. */
@Controller('c/:slug/rota/booking')
export class BookingRulesPages {
  constructor(
    private readonly front: Front,
    private readonly team: TeamVisit,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Query('kept') kept: unknown,
  ): Promise<string> {
    const { charity, caller } = await this.team.of(request, slug);
    const rules = await this.front.read(viewBookingRules, { charityId: charity.charityId }, caller);
    const shown = Object.entries(rules).map(([name, value]) => [
      name,
      value === true ? 'yes' : String(value),
    ]);
    return bookingRulesPage(slug, Object.fromEntries(shown), { isKept: kept === 'yes' });
  }

  @Post()
  @PublicPage(true)
  async keep(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const typed = typedIn(body, [...Object.keys(numbers), ...Object.keys(ticks)]);
    const again = (problem: string) => sendPage(reply, bookingRulesPage(slug, typed, { problem }));
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused) return again(keptBecause(visit));
    const read = setBookingRules.input.safeParse({
      charityId: visit.charity.charityId,
      ...Object.fromEntries(Object.keys(numbers).map((name) => [name, numberOr(typed[name]) ?? ''])),
      ...Object.fromEntries(Object.keys(ticks).map((name) => [name, typed[name] === 'yes'])),
    });
    if (!read.success) return again(whatIsWrong(read.error, numbers));
    const result = await this.front.ask(setBookingRules, read.data, visit.caller);
    if (isRefusal(result)) return again(result.refusal.message);
    await reply.redirect(`${rotaPath(slug)}/booking?kept=yes`, 303);
  }
}
