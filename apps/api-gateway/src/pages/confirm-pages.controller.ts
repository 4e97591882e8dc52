import {
  type Caller,
  type InputOf,
  isRefusal,
  PasskeyAnswer,
  requestStepUpCode,
  stepUp,
  viewSignInMethods,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { ownPath } from '../sign-in/own-path.js';
import { sendPage } from './browser.js';
import { type Confirming, confirmPage } from './confirm-page.js';
import { Front } from './front.js';
import { jsonIn, words } from './sign-in-forms.js';

const htmlType = 'text/html; charset=utf-8';
const afterwards = '/your-sign-in';

/** Confirming a big step by hand, and going on where it was asked for. */
@Controller('confirm-it-is-you')
export class ConfirmPages {
  constructor(
    private readonly front: Front,
    private readonly requests: Requests,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async ask(@Req() request: KnownRequest, @Query('next') next: unknown): Promise<string> {
    return confirmPage(await this.confirming(request, next));
  }

  @Post('mail')
  @HttpCode(200)
  @PublicPage(true)
  @Header('content-type', htmlType)
  async mail(@Req() request: KnownRequest, @Body() body: unknown): Promise<string> {
    const confirming = await this.confirming(request, words(body, 'next'));
    const { ticket } = await this.front.read(requestStepUpCode, {}, await this.person(request));
    return confirmPage({ ...confirming, ticket });
  }

  @Post()
  @PublicPage(true)
  async confirm(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const asked = await this.confirming(request, words(body, 'next'));
    const confirming = { ...asked, ticket: words(body, 'ticket') || undefined };
    const proof = proofIn(body);
    if (!proof) return sendPage(reply, confirmPage(asked, 'This could not be read. Please try again.'));
    const caller = await this.person(request);
    const result = await this.requests.call(stepUp, { proof }, { caller });
    if (!isRefusal(result)) return void (await reply.redirect(asked.next, 303));
    const { code, message } = result.refusal;
    const sentence =
      code === 'badInput' ? 'The code is made of digits. Please look at it once more.' : message;
    return sendPage(reply, confirmPage(confirming, sentence));
  }

  private async confirming(request: KnownRequest, next: unknown): Promise<Confirming> {
    const { passkeys, secondFactor } = await this.front.read(
      viewSignInMethods,
      {},
      await this.person(request),
    );
    const by = { passkey: passkeys.length > 0, secondFactor: secondFactor === 'on' };
    return { next: ownPath(next) ?? afterwards, by };
  }

  private async person(request: KnownRequest): Promise<Caller> {
    const [caller] = await this.whoIsCalling.ask(request, undefined);
    if (caller.kind === 'anyone') throw new Refused('signedOut');
    return caller;
  }
}

function proofIn(body: unknown): InputOf<typeof stepUp>['proof'] | undefined {
  const [ticket, code] = [words(body, 'ticket'), words(body, 'code').replace(/\s/g, '')];
  switch (words(body, 'by')) {
    case 'code':
      return { by: 'code', ticket, code };
    case 'secondFactor':
      return { by: 'secondFactor', code };
    case 'passkey': {
      const answer = PasskeyAnswer.safeParse(jsonIn(words(body, 'answer')));
      return answer.success ? { by: 'passkey', ticket, answer: answer.data } : undefined;
    }
    default:
      return undefined;
  }
}
