import {
  isRefusal,
  openCuratorSession,
  openStaffSession,
  requestCuratorSignIn,
  requestStaffSignIn,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { fromBrowser, sendPage, welcome } from './browser.js';
import { oneMoreStep } from './one-more-step.js';
import { secondFactorPage } from './second-factor-page.js';
import { Address, Code, Typed } from './sign-in-forms.js';
import { askAddressPage, askCodePage, type Whose } from './sign-in-pages.js';

const htmlType = 'text/html; charset=utf-8';
const caller = { kind: 'anyone' } as const;

/** Signing in by hand, at a charity's page or at everybody's: address, code, session cookie. */
@Controller()
export class SignInPages {
  constructor(
    private readonly requests: Requests,
    private readonly charities: CharityDirectory,
  ) {}

  @Get(['sign-in', 'sign-in/:slug'])
  @PublicPage(true)
  @Header('content-type', htmlType)
  async askAddress(@Param('slug') slug: string | undefined, @Query() query: unknown): Promise<string> {
    const charity = await this.charity(slug);
    return askAddressPage(charity, { ...Typed.parse(query), as: charity ? 'curator' : 'staff' });
  }

  @Post(['sign-in', 'sign-in/:slug'])
  @HttpCode(200)
  @PublicPage(true)
  @Header('content-type', htmlType)
  async sendCode(
    @Param('slug') slug: string | undefined,
    @Body() body: unknown,
    @Req() request: KnownRequest,
  ): Promise<string> {
    const charity = await this.charity(slug);
    const typed = Typed.parse(body ?? {});
    const address = Address.safeParse(body);
    if (!address.success) return askAddressPage(charity, typed, 'Please type your whole e-mail address.');
    const { email } = address.data;
    const result = await this.ask(charity, { ...typed, email }, fromBrowser(request).deviceToken);
    return isRefusal(result)
      ? askAddressPage(charity, typed, result.refusal.message)
      : askCodePage(charity, { ...typed, email, ...result.value });
  }

  @Post(['sign-in-code', 'sign-in/:slug/code'])
  @PublicPage(true)
  async signIn(
    @Param('slug') slug: string | undefined,
    @Body() body: unknown,
    @Req() request: KnownRequest,
    @Res() reply: Reply,
  ): Promise<void> {
    const charity = await this.charity(slug);
    const typed = Typed.parse(body ?? {});
    const again = (message: string) => sendPage(reply, askCodePage(charity, typed, message));
    const code = Code.safeParse(body);
    if (!code.success) return again('The code is the eight digits in the mail.');
    const result = await this.open(charity, { ...typed, ...code.data }, request);
    if (isRefusal(result)) {
      const step = oneMoreStep(result, typed.next);
      return step ? sendPage(reply, secondFactorPage(step)) : again(result.refusal.message);
    }
    const home = typed.as === 'curator' ? '/curator' : `/manager${charity ? `?charity=${charity.slug}` : ''}`;
    await welcome(reply, result.value, typed.next ?? home);
  }

  private ask(charity: Whose, { as, email, ticket }: Typed, deviceToken: string | undefined) {
    const charityId = charity?.charityId;
    return as === 'curator' && charityId
      ? this.requests.call(requestCuratorSignIn, { charityId, email, ticket }, { caller })
      : this.requests.call(requestStaffSignIn, { charityId, email, ticket, deviceToken }, { caller });
  }

  private open(charity: Whose, typed: Typed & { code: string }, request: KnownRequest) {
    const { as, email, ticket, code, remember: rememberDevice } = typed;
    const { device, deviceToken } = fromBrowser(request);
    if (as === 'curator' && charity) {
      const { charityId } = charity;
      return this.requests.call(
        openCuratorSession,
        { charityId, email, code, ticket: ticket ?? '', device },
        { caller },
      );
    }
    const input = { ticket: ticket ?? '', code, device, deviceToken, rememberDevice };
    return this.requests.call(openStaffSession, input, { caller });
  }

  private async charity(slug: string | undefined): Promise<Whose> {
    if (slug === undefined) return undefined;
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    return charity;
  }
}
