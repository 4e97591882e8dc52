import { createHash } from 'node:crypto';
import { CalendarToken, CharityId, readCalendar, readPublicCalendar } from '@baton/contracts';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { Front } from './front.js';

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
    const { iCalendar } = await this.front.read(readCalendar, input);
    await send(request, reply, iCalendar, 'private, max-age=300');
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

async function send(request: KnownRequest, reply: Reply, iCalendar: string, cache: string): Promise<void> {
  const tag = `"${createHash('sha256').update(iCalendar).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('cache-control', cache);
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  await reply.type('text/calendar; charset=utf-8').send(iCalendar);
}
