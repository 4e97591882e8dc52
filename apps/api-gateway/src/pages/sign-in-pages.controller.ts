import {
  EmailAddress,
  isRefusal,
  openCuratorSession,
  openStaffSession,
  requestCuratorSignIn,
  requestStaffSignIn,
  SignInCode,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { type Charity, CharityDirectory } from '../charities/charity-directory.js';
import { Refused } from '../door/refused.js';
import { cookieName, type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { credentialIn } from '../door/who-is-calling.js';
import { CuratorSessions } from '../sessions/curator-sessions.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { askAddressPage, askCodePage } from './sign-in-pages.js';

const Asked = z.object({ as: z.enum(['staff', 'curator']), email: EmailAddress });
/** People copy codes with spaces in them. */
const Code = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(SignInCode);
const Typed = z.object({
  as: z.enum(['staff', 'curator']).catch('curator'),
  email: z.string().max(254).catch(''),
  code: z.string().catch(''),
});
const anyone = { kind: 'anyone' } as const;
const cookieRules = 'Path=/; HttpOnly; Secure; SameSite=Lax';

/** Signing in by hand: address, code, session cookie. */
@Controller()
export class SignInPages {
  constructor(
    private readonly requests: Requests,
    private readonly charities: CharityDirectory,
    private readonly curators: CuratorSessions,
    private readonly staff: StaffSessions,
  ) {}

  @Get('sign-in/:slug')
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async askAddress(@Param('slug') slug: string): Promise<string> {
    return askAddressPage(await this.charity(slug));
  }

  @Post('sign-in/:slug')
  @HttpCode(200)
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async sendCode(@Param('slug') slug: string, @Body() body: unknown): Promise<string> {
    const charity = await this.charity(slug);
    const form = Asked.safeParse(body);
    if (!form.success)
      return askAddressPage(charity, Typed.parse(body ?? {}), 'Please type your whole e-mail address.');
    const operation = form.data.as === 'staff' ? requestStaffSignIn : requestCuratorSignIn;
    const input = { charityId: charity.charityId, email: form.data.email };
    const result = await this.requests.call(operation, input, { caller: anyone });
    return isRefusal(result)
      ? askAddressPage(charity, form.data, result.refusal.message)
      : askCodePage(charity, form.data);
  }

  @Post('sign-in/:slug/code')
  @PublicPage(true)
  async signIn(@Param('slug') slug: string, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const charity = await this.charity(slug);
    const form = Asked.safeParse(body);
    if (!form.success) return void (await sendPage(reply, askAddressPage(charity)));
    const code = Code.safeParse(Typed.parse(body).code);
    if (!code.success)
      return void (await sendPage(
        reply,
        askCodePage(charity, form.data, 'The code is the eight digits in the mail.'),
      ));
    const { charityId } = charity;
    const input = { charityId, email: form.data.email, code: code.data };
    const operation = form.data.as === 'staff' ? openStaffSession : openCuratorSession;
    const result = await this.requests.call(operation, input, { caller: anyone });
    if (isRefusal(result))
      return void (await sendPage(reply, askCodePage(charity, form.data, result.refusal.message)));
    const { token, expiresAt } = result.value;
    const expires = new Date(expiresAt).toUTCString();
    await reply
      .header('set-cookie', `${cookieName}=${token}; Expires=${expires}; ${cookieRules}`)
      .redirect(form.data.as === 'staff' ? `/manager?charity=${charity.slug}` : '/curator', 303);
  }

  @Post('sign-out')
  @PublicPage(true)
  async signOut(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const credential = credentialIn(request);
    if (credential) {
      await Promise.all([this.curators.close(credential.token), this.staff.close(credential.token)]);
    }
    await reply.header('set-cookie', `${cookieName}=; Max-Age=0; ${cookieRules}`).redirect('/', 303);
  }

  private async charity(slug: string): Promise<Charity> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    return charity;
  }
}

const sendPage = (reply: Reply, page: string) =>
  reply.status(422).type('text/html; charset=utf-8').send(page);
