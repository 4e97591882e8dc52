import {
  bookSlot,
  cancelBooking,
  extendTakeover,
  isRefusal,
  type Operation,
  openTakeoverNow,
  type RequestOf,
  removeSlot,
  reportUnwell,
  type TakeoverId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { Front } from '../front.js';
import { keptPage } from '../kept-page.js';
import { TeamVisit, type Visit } from '../team/team-visit.js';
import { confirmPath, type TypedFields, typedIn } from '../team/typed-form.js';
import { momentWords } from '../weekends/clocks.js';
import { slotIdIn } from '../weekends/weekend-words.js';
import { ReadRota } from './read-rota.js';
import { rotaPath } from './rota-page.js';
import { type AskedAgain, confirmed, type SlotView, slotPage } from './slot-page.js';

const fields = ['takeoverId', 'curatorId', 'despiteLimits', 'say', 'closesAtWall'];

interface Action {
  readonly operation: Operation;
  /** What the operation is told, beside the charity. */
  readonly input: (typed: TypedFields, slotId: string) => object;
}

const actions: Readonly<Record<string, Action>> = {
  book: {
    operation: bookSlot,
    input: ({ takeoverId, curatorId, despiteLimits }, slotId) => ({
      ...{ slotId, takeoverId, curatorId },
      ...(despiteLimits === 'yes' && { despiteLimits: true }),
    }),
  },
  remove: { operation: removeSlot, input: (_, slotId) => ({ slotId }) },
  'call-off': {
    operation: cancelBooking,
    input: ({ takeoverId, say }) => ({ takeoverId, ...(say && { say }) }),
  },
  unwell: { operation: reportUnwell, input: ({ takeoverId }) => ({ takeoverId }) },
  extend: {
    operation: extendTakeover,
    input: ({ takeoverId, closesAtWall }) => ({ takeoverId, closesAtWall }),
  },
  'open-now': { operation: openTakeoverNow, input: ({ takeoverId }) => ({ takeoverId }) },
};

/** A single weekend of the rota. Every refusal shows the page again, with what was typed. */
@Controller('c/:slug/rota/slots')
export class SlotPages {
  constructor(
    private readonly front: Front,
    private readonly rota: ReadRota,
    private readonly team: TeamVisit,
  ) {}

  @Get(':slotId')
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('slotId') id: string,
    @Query() query: unknown,
  ): Promise<string> {
    const { again = '', ...typed } = typedIn(query, ['closesAtWall', 'again']);
    const view = await this.viewOf(await this.team.of(request, slug), id);
    return slotPage({ ...view, again: isAskedAgain(again) ? again : undefined }, typed);
  }

  @Post(':slotId/:action')
  @PublicPage(true)
  async act(
    @Req() request: KnownRequest,
    @Param() { slug, slotId, action }: { slug: string; slotId: string; action: string },
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const asked = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!asked) throw new Refused('notFound');
    const typed = typedIn(body, fields);
    const path = `${rotaPath(slug)}/slots/${slotIdIn(slotId)}`;
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused) return sendPage(reply, keptPage(`${path}/${action}`, typed, visit));
    const again = async (problem: string) =>
      sendPage(reply, slotPage(await this.viewOf(visit, slotId), typed, problem));
    const input = { ...asked.input(typed, slotId), charityId: visit.charity.charityId };
    const read: z.ZodSafeParseResult<unknown> = asked.operation.input.safeParse(input);
    if (!read.success) return again('Something in the form is not right. Please look again.');
    const result = await this.front.ask(asked.operation, read.data as RequestOf<Operation>, visit.caller);
    if (!isRefusal(result))
      return void (await reply.redirect(action === 'remove' ? rotaPath(slug) : path, 303));
    const { code, message, details } = result.refusal;
    if (code === 'stepUpNeeded')
      return void (await reply.redirect(
        confirmPath(path, {
          again: action,
          ...(action === 'extend' && { closesAtWall: typed['closesAtWall'] ?? '' }),
        }),
        303,
      ));
    await again(`${message}${momentIn(details, visit.charity.zone)}`);
  }

  private async viewOf(visit: Visit, id: string): Promise<SlotView> {
    const slotId = slotIdIn(id);
    const [{ slug, zone, slots, takeovers, cover }, curators] = await Promise.all([
      this.rota.for(visit),
      this.rota.curators(visit),
    ]);
    const slot = slots.find((one) => one.slotId === slotId);
    if (!slot) throw new Refused('notFound');
    const takeoverId = newId<TakeoverId>();
    const asked = cover.find((one) => one.slotId === slotId);
    return { ...{ slug, zone, slot, curators, takeoverId }, takeover: takeovers.get(slotId), cover: asked };
  }
}

const isAskedAgain = (action: string): action is AskedAgain => Object.hasOwn(confirmed, action);

/** The moment a refusal names: the latest end, the earliest opening, or until when somebody else has the account. */
function momentIn(details: unknown, zone: string): string {
  const { latest, earliest, until } = Object(details);
  const named = [latest, earliest, until].find((one): one is string => typeof one === 'string');
  if (!named || Number.isNaN(Date.parse(named))) return '';
  return ` (${momentWords(named, zone)})`;
}
