import { CharityId, isRefusal, UnsubscribeToken, unsubscribe } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Get, Header, HttpCode, Post, Query, Res } from '@nestjs/common';
import { z } from 'zod';
import { PublicPage, type Reply, SignedByCaller } from '../door/request.js';
import { sendPage } from './browser.js';
import { words } from './sign-in-forms.js';
import {
  brokenUnsubscribePage,
  unsubscribedPage,
  unsubscribePage,
  unsubscribePath,
} from './unsubscribe-pages.js';

/** The charity, which a mail names by its id alone, and the token. */
const Link = z.object({ charityId: CharityId, token: UnsubscribeToken });
const broken = 'This link is not whole. Please copy all of it from the mail.';

/**
 * No more mails of a kind. GET and HEAD, which mail scanners send, change nothing. A POST may come from anywhere: mail
 * programs send it for their reader (RFC 8058), and what it carries can only be known from the mail.
 */
@Controller(unsubscribePath)
export class UnsubscribePages {
  constructor(private readonly requests: Requests) {}

  @Get()
  @PublicPage(true)
  async show(@Query() query: unknown, @Res() reply: Reply): Promise<void> {
    const token = words(query, 'token');
    if (!linkIn(token)) return sendPage(reply, brokenUnsubscribePage(broken));
    await reply.type('text/html; charset=utf-8').send(unsubscribePage(token));
  }

  @Post()
  @HttpCode(200)
  @SignedByCaller(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async stop(@Body() body: unknown, @Query() query: unknown, @Res() reply: Reply): Promise<void> {
    const link = linkIn(words(body, 'token') || words(query, 'token'));
    if (!link) return sendPage(reply, brokenUnsubscribePage(broken));
    const result = await this.requests.call(unsubscribe, link, { caller: { kind: 'anyone' } });
    if (isRefusal(result)) return sendPage(reply, brokenUnsubscribePage(result.refusal.message));
    await reply.type('text/html; charset=utf-8').send(unsubscribedPage());
  }
}

function linkIn(said: string): z.output<typeof Link> | undefined {
  const [charityId, ...rest] = said.split('_');
  const link = Link.safeParse({ charityId, token: rest.join('_') });
  return link.success ? link.data : undefined;
}
