import { createHash } from 'node:crypto';
import {
  CalendarToken,
  CharityId,
  isRefusal,
  type Refusal,
  readCalendar,
  readPublicCalendar,
} from '@baton/contracts';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { asPage, Front } from './front.js';

/** What calendars subscribe to. They fetch it every hour or so, and get nothing new as long as nothing is. */
@Controller()
export class CalendarFiles {
  constructor(
    private readonly front: Front,
    private readonly charities: CharityDirectory,
  ) {}

  @Get('calendars/:charityId/:file')
  @PublicPage(true)
  async secret(
    @Param('charityId') charity: string,
    @Param('file') file: string,
    @Req() request: KnownRequest,
    @Res() reply: Reply,
  ): Promise<void> {
    const charityId = CharityId.safeParse(charity);
    const token = CalendarToken.safeParse(file.replace(/\.ics$/, ''));
    if (!charityId.success || !token.success) throw new Refused('notFound');
    const input = { charityId: charityId.data, token: token.data };
    const result = await this.front.ask(readCalendar, input, { kind: 'anyone' });
    if (isRefusal(result)) return isOver(result, reply);
    await send(request, reply, result.value.iCalendar, 'private, max-age=300');
  }

  @Get('c/:slug/calendar.ics')
  @PublicPage(true)
  async open(@Param('slug') slug: string, @Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    const { iCalendar } = await this.front.read(readPublicCalendar, { charityId: charity.charityId });
    await send(request, reply, iCalendar, 'public, max-age=300');
  }
}

/** Calendars that hear “gone” ask no more. */
async function isOver(refusal: Refusal, reply: Reply): Promise<void> {
  if (refusal.refusal.code !== 'linkOver') throw asPage(refusal);
  await reply.code(410).type('text/plain; charset=utf-8').send(refusal.refusal.message);
}

async function send(request: KnownRequest, reply: Reply, iCalendar: string, cache: string): Promise<void> {
  const tag = `"${createHash('sha256').update(iCalendar).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('cache-control', cache);
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  await reply.type('text/calendar; charset=utf-8').send(iCalendar);
}
