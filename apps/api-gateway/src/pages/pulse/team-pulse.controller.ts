import {
  isRefusal,
  listPulses,
  listPulseWords,
  listTakeovers,
  lookAtPulseWords,
  type Operation,
  type RequestOf,
  showPulseWords,
  TakeoverId,
  viewEngagement,
} from '@baton/contracts';
import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { asPage, Front } from '../front.js';
import { words } from '../sign-in-forms.js';
import { TeamVisit, type Visit } from '../team/team-visit.js';
import { teamPulsePage, teamPulsesPage } from './team-pulse-pages.js';

const htmlType = 'text/html; charset=utf-8';

/** What followers have said so far, and how posts fared, for the team. */
@Controller('c/:slug/pulse')
export class TeamPulsePages {
  constructor(
    private readonly front: Front,
    private readonly team: TeamVisit,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async all(@Req() request: KnownRequest, @Param('slug') slug: string): Promise<string> {
    const visit = await this.team.of(request, slug);
    return teamPulsesPage(visit.charity, await this.pulses(visit));
  }

  @Get(':takeoverId')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async one(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('takeoverId') id: string,
  ): Promise<string> {
    const visit = await this.team.of(request, slug);
    const { charityId } = visit.charity;
    const takeoverId = takeoverIdIn(id);
    const pulse = (await this.pulses(visit)).find((one) => one.takeoverId === takeoverId);
    if (!pulse) throw new Refused('notFound');
    const [engagement, written] = await Promise.all([
      this.front.glance(viewEngagement, { charityId, takeoverId }, visit.caller),
      this.front.glance(listPulseWords, { charityId, takeoverId }, visit.caller),
    ]);
    return teamPulsePage(visit.charity, { pulse, engagement, words: written?.words });
  }

  @Post(':takeoverId/:action')
  @PublicPage(true)
  async act(
    @Req() request: KnownRequest,
    @Param() { slug = '', takeoverId = '', action = '' }: Record<string, string>,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const visit = await this.team.of(request, slug);
    const about = {
      charityId: visit.charity.charityId,
      takeoverId: takeoverIdIn(takeoverId),
      answerId: words(body, 'answerId'),
    };
    if (action === 'looks') await this.ask(lookAtPulseWords, about, visit);
    else if (action === 'showing')
      await this.ask(showPulseWords, { ...about, mayBeShown: words(body, 'mayBeShown') === 'yes' }, visit);
    else throw new Refused('notFound');
    await reply.redirect(`/c/${slug}/pulse/${about.takeoverId}`, 303);
  }

  private async ask<O extends Operation>(operation: O, said: unknown, { caller }: Visit): Promise<void> {
    const read = operation.input.safeParse(said);
    if (!read.success) throw new Refused('badInput');
    const result = await this.front.ask(operation, read.data as RequestOf<O>, caller);
    if (isRefusal(result)) throw asPage(result);
  }

  /** With the names of those whose weekends they are, where scheduling answers. */
  private async pulses({ charity: { charityId }, caller }: Visit) {
    const [{ pulses }, rota] = await Promise.all([
      this.front.read(listPulses, { charityId }, caller),
      this.front.glance(listTakeovers, { charityId }, caller),
    ]);
    const names = new Map(rota?.takeovers.map(({ takeoverId, penName }) => [takeoverId, penName]));
    return pulses.map((pulse) => ({ ...pulse, penName: names.get(pulse.takeoverId) ?? 'A curator' }));
  }
}

function takeoverIdIn(path: string): TakeoverId {
  const takeoverId = TakeoverId.safeParse(path);
  if (!takeoverId.success) throw new Refused('notFound');
  return takeoverId.data;
}
