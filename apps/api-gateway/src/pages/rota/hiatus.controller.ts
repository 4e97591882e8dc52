import {
  addSlot,
  HiatusId,
  isRefusal,
  listHiatuses,
  removeHiatus,
  type SlotId,
  setHiatus,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { Front } from '../front.js';
import { keptPage } from '../kept-page.js';
import { TeamVisit, type Visit } from '../team/team-visit.js';
import { typedIn, whatIsWrong } from '../team/typed-form.js';
import { askedInWords, concernedIn } from './booked-concerned.js';
import { addFields, addSlotPage, type HiatusView, hiatusFields, hiatusPage } from './hiatus-page.js';
import { rotaPath } from './rota-page.js';

const htmlType = 'text/html; charset=utf-8';
const fieldNames = {
  label: 'What it is',
  from: 'First day',
  until: 'Last day',
  booked: 'What should happen to booked weekends',
  opensAtWall: 'From',
  closesAtWall: 'Until',
  zone: 'Time zone',
};

/** What stands beside the rules: times without takeovers, and single weekends. */
@Controller('c/:slug/rota')
export class HiatusPages {
  constructor(
    private readonly front: Front,
    private readonly team: TeamVisit,
  ) {}

  @Get('hiatus')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async show(@Req() request: KnownRequest, @Param('slug') slug: string): Promise<string> {
    const view = await this.viewFor(await this.team.of(request, slug));
    return hiatusPage(view, { hiatusId: newId<HiatusId>() });
  }

  @Post('hiatus')
  @PublicPage(true)
  async set(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const typed = typedIn(body, hiatusFields);
    const path = `${rotaPath(slug)}/hiatus`;
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused) return sendPage(reply, keptPage(path, typed, visit));
    const again = async (problem: string, concerned?: ReturnType<typeof concernedIn>) =>
      sendPage(reply, hiatusPage(await this.viewFor(visit), typed, { problem, concerned }));
    const { booked, everyYear, ...said } = typed;
    const read = setHiatus.input.safeParse({
      ...{ ...said, everyYear: everyYear === 'yes', charityId: visit.charity.charityId },
      ...(booked && { booked }),
    });
    if (!read.success) return again(whatIsWrong(read.error, fieldNames));
    const result = await this.front.ask(setHiatus, read.data, visit.caller);
    const concerned = concernedIn(result);
    if (concerned) return again(askedInWords(result), concerned);
    if (isRefusal(result)) return again(result.refusal.message);
    await reply.redirect(path, 303);
  }

  @Post('hiatus/:hiatusId/remove')
  @PublicPage(true)
  async remove(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('hiatusId') id: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const hiatusId = HiatusId.safeParse(id);
    if (!hiatusId.success) throw new Refused('notFound');
    const { charity, caller } = await this.team.of(request, slug);
    await this.front.read(removeHiatus, { charityId: charity.charityId, hiatusId: hiatusId.data }, caller);
    await reply.redirect(`${rotaPath(slug)}/hiatus`, 303);
  }

  @Get('add')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async adding(@Req() request: KnownRequest, @Param('slug') slug: string): Promise<string> {
    await this.team.of(request, slug);
    return addSlotPage(slug, { slotId: newId<SlotId>() });
  }

  @Post('add')
  @PublicPage(true)
  async add(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const typed = typedIn(body, addFields);
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused) return sendPage(reply, keptPage(`${rotaPath(slug)}/add`, typed, visit));
    const { zone, ...window } = typed;
    const wish = { ...window, ...(zone && { zone }), charityId: visit.charity.charityId };
    const read = addSlot.input.safeParse(wish);
    if (!read.success) return sendPage(reply, addSlotPage(slug, typed, whatIsWrong(read.error, fieldNames)));
    const result = await this.front.ask(addSlot, read.data, visit.caller);
    if (isRefusal(result)) return sendPage(reply, addSlotPage(slug, typed, result.refusal.message));
    await reply.redirect(`${rotaPath(slug)}/slots/${result.value.slotId}`, 303);
  }

  private async viewFor({ charity, caller }: Visit): Promise<HiatusView> {
    const { charityId, slug } = charity;
    return { slug, ...(await this.front.read(listHiatuses, { charityId }, caller)) };
  }
}
