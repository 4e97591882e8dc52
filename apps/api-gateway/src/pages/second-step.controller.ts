import { isRefusal, openSessionByPasskey, openSessionBySecondFactor, PasskeyAnswer } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { fromBrowser, sendPage, welcome } from './browser.js';
import { passkeyScript } from './passkey-script.js';
import { secondFactorPage } from './second-factor-page.js';
import { jsonIn, Typed, words } from './sign-in-forms.js';
import { askAddressPage } from './sign-in-pages.js';

const caller = { kind: 'anyone' } as const;

/** What signing in needs besides the mail: a passkey in its place, or a second factor after it. */
@Controller()
export class SecondStep {
  constructor(private readonly requests: Requests) {}

  @Get('passkey.js')
  @PublicPage(true)
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  script(): string {
    return passkeyScript;
  }

  @Post('second-factor')
  @PublicPage(true)
  async secondFactor(
    @Body() body: unknown,
    @Req() request: KnownRequest,
    @Res() reply: Reply,
  ): Promise<void> {
    const { ticket = '', next, remember: rememberDevice } = Typed.parse(body ?? {});
    const input = { ticket, code: words(body, 'code'), rememberDevice, ...fromBrowser(request) };
    const result = await this.requests.call(openSessionBySecondFactor, input, { caller });
    if (isRefusal(result))
      return sendPage(reply, secondFactorPage({ ticket, next }, sentenceOf(result.refusal)));
    await welcome(reply, result.value, next ?? '/manager');
  }

  @Post('sign-in-passkey')
  @PublicPage(true)
  async passkey(@Body() body: unknown, @Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const { next } = Typed.parse(body ?? {});
    const answer = PasskeyAnswer.safeParse(jsonIn(words(body, 'answer')));
    const again = (message: string) =>
      sendPage(reply, askAddressPage(undefined, Typed.parse({ next }), message));
    if (!answer.success) return again('The passkey could not be read. Please try again.');
    const input = { ticket: words(body, 'ticket'), answer: answer.data, ...fromBrowser(request) };
    const result = await this.requests.call(openSessionByPasskey, input, { caller });
    if (isRefusal(result)) return again(result.refusal.message);
    await welcome(reply, result.value, next ?? '/manager');
  }
}

const sentenceOf = ({ code, message }: { code: string; message: string }): string =>
  code === 'badInput' ? 'The code is six digits, or a backup code such as a1B2c-3D4e5.' : message;
