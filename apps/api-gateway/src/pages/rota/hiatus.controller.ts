import {
  addSlot,
  HiatusId,
  type InputOf,
  isRefusal,
  listHiatuses,
  previewHiatus,
  removeHiatus,
  type SlotId,
  setHiatus,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { Front } from '../front.js';
import { keptPage } from '../kept-page.js';
import { TeamVisit, type Visit } from '../team/team-visit.js';
import { type TypedFields, typedIn, whatIsWrong } from '../team/typed-form.js';
import { askedInWords, concernedIn } from './booked-concerned.js';
import {
  addFields,
  addSlotPage,
  daysTyped,
  type HiatusTold,
  type HiatusView,
  hiatusFields,
  hiatusPage,
  weekends,
} from './hiatus-page.js';
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
  async show(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Query() query: Record<string, unknown>,
  ): Promise<string> {
    const view = await this.viewFor(await this.team.of(request, slug));
    return hiatusPage(view, { hiatusId: newId<HiatusId>() }, { done: doneIn(query) });
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
    const again = async (told: HiatusTold) =>
      sendPage(reply, hiatusPage(await this.viewFor(visit), typed, told));
    const { booked, everyYear, seen, ...said } = typed;
    const read = setHiatus.input.safeParse({
      ...{ ...said, everyYear: everyYear === 'yes', charityId: visit.charity.charityId },
      ...(booked && { booked }),
    });
    if (!read.success) return again({ problem: whatIsWrong(read.error, fieldNames) });
    if (seen !== daysTyped(typed)) {
      const told = await this.count(visit, read.data, typed);
      if (told.problem) return again(told);
      return void (await reply.type(htmlType).send(hiatusPage(await this.viewFor(visit), typed, told)));
    }
    const result = await this.front.ask(setHiatus, read.data, visit.caller);
    if (!isRefusal(result)) return void (await reply.redirect(`${path}?gone=${result.value.slotsGone}`, 303));
    const concerned = concernedIn(result);
    if (!concerned) return again({ problem: result.refusal.message });
    const { counted } = await this.count(visit, read.data, typed);
    await again({
      problem: askedInWords(result),
      counted: { free: 0, seen, ...counted, booked: concerned },
    });
  }

  /** What it would take away, or why it cannot be. */
  private async count(
    { caller }: Visit,
    { charityId, hiatusId, from, until, everyYear }: InputOf<typeof setHiatus>,
    typed: TypedFields,
  ): Promise<HiatusTold> {
    const asked = { charityId, hiatusId, from, until, everyYear };
    const result = await this.front.ask(previewHiatus, asked, caller);
    if (isRefusal(result)) return { problem: result.refusal.message };
    const { slotsGone: free, booked } = result.value;
    return { counted: { free, booked, seen: daysTyped(typed) } };
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
    const path = `${rotaPath(slug)}/hiatus`;
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused)
      return sendPage(reply, keptPage(`${path}/${hiatusId.data}/remove`, {}, visit));
    const wish = { charityId: visit.charity.charityId, hiatusId: hiatusId.data };
    const { slotsBack } = await this.front.read(removeHiatus, wish, visit.caller);
    await reply.redirect(`${path}?back=${slotsBack}`, 303);
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

/** What the page before has done. */
function doneIn({ gone, back }: Record<string, unknown>): string | undefined {
  const counted = (typed: unknown) => (/^\d{1,4}$/.test(String(typed)) ? Number(typed) : undefined);
  const [taken, given] = [counted(gone), counted(back)];
  if (taken !== undefined) return `It is set. ${weekends(taken, 'free')} went.`;
  return given === undefined ? undefined : `It is taken back. ${weekends(given, 'free')} came back.`;
}
