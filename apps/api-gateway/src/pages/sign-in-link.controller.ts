import { isRefusal, openSessionByLink } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { fromBrowser, sendPage, welcome } from './browser.js';
import { oneMoreStep } from './one-more-step.js';
import { secondFactorPage } from './second-factor-page.js';
import { Link } from './sign-in-forms.js';
import { brokenLinkPage, linkPage } from './sign-in-pages.js';

const broken = 'This link is not whole. Please copy all of it from the mail.';

/** The link in the mail. GET and HEAD, which mail scanners send, change nothing; only the button signs in. */
@Controller('sign-in-by-link')
export class SignInLink {
  constructor(private readonly requests: Requests) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  show(@Query() query: unknown): string {
    const link = Link.safeParse(query);
    return link.success ? linkPage(link.data.token) : brokenLinkPage(broken);
  }

  @Post()
  @PublicPage(true)
  async signIn(@Body() body: unknown, @Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const link = Link.safeParse(body);
    if (!link.success) return sendPage(reply, brokenLinkPage(broken));
    const { token, remember: rememberDevice } = link.data;
    const input = { link: token, rememberDevice, ...fromBrowser(request) };
    const result = await this.requests.call(openSessionByLink, input, { caller: { kind: 'anyone' } });
    if (isRefusal(result)) {
      const step = oneMoreStep(result, undefined);
      return sendPage(reply, step ? secondFactorPage(step) : brokenLinkPage(result.refusal.message));
    }
    await welcome(reply, result.value, '/manager');
  }
}
