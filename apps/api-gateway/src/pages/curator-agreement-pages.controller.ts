import {
  acceptAgreement,
  giveConsent,
  type InputOf,
  isRefusal,
  viewAgreement,
  viewConsents,
  viewMe,
} from '@baton/contracts';
import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { type AgreementView, agreementPage, consentPage, type PostingConsent } from './agreement-pages.js';
import { sendPage } from './browser.js';
import { type CuratorCaller, curatorCalling } from './curator-calling.js';
import { asPage, Front } from './front.js';
import { words } from './sign-in-forms.js';

const htmlType = 'text/html; charset=utf-8';
const changed =
  'There is a newer version of this text. Nothing was agreed to. Please read it, and say yes to that.';

/** What a curator says yes to, word for word: the agreement, and the consent to post where it has ended. */
@Controller('curator')
export class CuratorAgreementPages {
  constructor(
    private readonly front: Front,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get('agreement')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async show(@Req() request: KnownRequest): Promise<string> {
    return agreementPage(await this.agreementFor(await curatorCalling(this.whoIsCalling, request)));
  }

  @Post('agreement')
  @PublicPage(true)
  async agree(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const said = { charityId: caller.charityId, ...textIn(body) };
    const result = await this.front.ask(acceptAgreement, said, caller);
    if (!isRefusal(result)) return void (await reply.redirect('/curator', 303));
    const { code, message } = result.refusal;
    if (code !== 'agreementChanged' && code !== 'consentMissing') throw asPage(result);
    const view = await this.agreementFor(caller);
    await sendPage(reply, agreementPage(view, code === 'agreementChanged' ? changed : message));
  }

  @Get('consent')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async consent(@Req() request: KnownRequest): Promise<string> {
    return consentPage(await this.consentOf(await curatorCalling(this.whoIsCalling, request)));
  }

  /** Whoever consents anew says yes to the agreement next. */
  @Post('consent')
  @PublicPage(true)
  async giveConsent(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const said = { charityId: caller.charityId, channel: 'posting', ...textIn(body) } as const;
    const result = await this.front.ask(giveConsent, said, caller);
    if (!isRefusal(result)) return void (await reply.redirect('/curator/agreement', 303));
    if (result.refusal.code !== 'consentChanged') throw asPage(result);
    await sendPage(reply, consentPage(await this.consentOf(caller), changed));
  }

  private async agreementFor(caller: CuratorCaller): Promise<AgreementView> {
    const { charityId } = caller;
    const [agreement, { agreementVersion }, { state }] = await Promise.all([
      this.front.read(viewAgreement, { charityId }, caller),
      this.front.read(viewMe, { charityId }, caller),
      this.consentOf(caller),
    ]);
    return { agreement, agreedTo: agreementVersion, consents: state === 'given' };
  }

  private async consentOf(caller: CuratorCaller): Promise<PostingConsent> {
    const { consents } = await this.front.read(viewConsents, { charityId: caller.charityId }, caller);
    const posting = consents.find(({ channel }) => channel === 'posting');
    if (!posting) throw new Refused('notFound');
    return posting;
  }
}

/** Which text the button stood under. What is no version is refused as one that is not in force. */
function textIn(body: unknown): Pick<InputOf<typeof acceptAgreement>, 'version' | 'hash'> {
  const version = Number(words(body, 'version'));
  return { version: Number.isSafeInteger(version) && version > 0 ? version : 1, hash: words(body, 'hash') };
}
