import { createHash } from 'node:crypto';
import {
  answerPulse,
  isRefusal,
  longestPulseWords,
  type OutputOf,
  PulseCode,
  viewPulse,
  viewSignposting,
} from '@baton/contracts';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Brands } from '../../brand/brands.js';
import { CharityDirectory } from '../../charities/charity-directory.js';
import { TRUST_PROXY } from '../../config.js';
import { strangerOf } from '../../door/address-of.js';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply, SaysTooOften } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { cookieOf } from '../cookies.js';
import { asPage, Front } from '../front.js';
import { type TypedFields, typedIn, whatIsWrong } from '../team/typed-form.js';
import {
  countedAlreadyPage,
  notNowPage,
  overPage,
  type Place,
  pulsePage,
  thankYouPage,
} from './pulse-pages.js';

const htmlType = 'text/html; charset=utf-8';
const deviceCookie = '__Secure-baton-pulse';
const cookieDays = 8;
const fields = ['ticket', 'lessAlone', 'learned', 'words'];
const tooOften =
  'Very many answers came from where you are. Please wait a minute and press the button again; nothing is lost.';

interface Seen {
  readonly place: Place;
  readonly pulse: OutputOf<typeof viewPulse>;
}

function orNotNow(error: unknown): undefined {
  if (error instanceof Refused && error.code === 'unavailable') return undefined;
  throw error;
}

/** Where the sign-off leads: no account, nothing to agree to, no script. */
@Controller('p')
export class PulsePages {
  constructor(
    private readonly front: Front,
    private readonly charities: CharityDirectory,
    private readonly brands: Brands,
    @Inject(TRUST_PROXY) private readonly trustProxy: boolean,
  ) {}

  @Get(':code')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async show(@Req() { headers }: KnownRequest, @Param('code') code: string): Promise<string> {
    const { place, pulse } = await this.look(code);
    if (pulse.ticket === null) return overPage(place, pulse);
    const answeredBefore = cookieOf(headers.cookie, deviceCookie) !== undefined;
    return pulsePage(place, { typed: { ticket: pulse.ticket }, closesAt: pulse.closesAt, answeredBefore });
  }

  @Post(':code')
  @HttpCode(200)
  @PublicPage(true)
  @SaysTooOften(true)
  async answer(
    @Req() request: KnownRequest,
    @Param('code') code: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const typed = withPlainLines(typedIn(body, fields));
    const seen = await this.look(code).catch(orNotNow);
    if (!seen) return this.notNow(reply, code, typed);
    const { place, pulse } = seen;
    const known = cookieOf(request.headers.cookie, deviceCookie);
    const again = (problem: string, ticket = typed['ticket'] ?? '') => {
      const shown = { typed: { ...typed, ticket }, closesAt: pulse.closesAt };
      return sendPage(reply, pulsePage(place, { ...shown, answeredBefore: known !== undefined, problem }));
    };
    if (request.isTooOften) return again(tooOften);
    const said = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
    const device = known ?? deviceFrom(typed['ticket'] ?? '');
    const read = answerPulse.input.safeParse({ ticket: '', ...said, code, device });
    if (!read.success) return again(whatIsWrong(read.error, { words: 'What you want to say' }));
    const result = await this.front.ask(answerPulse, read.data, strangerOf(request, this.trustProxy));
    if (!isRefusal(result)) {
      reply.header('set-cookie', cookieFor(code, device));
      return this.thank(reply, place, result.value);
    }
    const { code: why, message } = result.refusal;
    if (why === 'unavailable') return this.notNow(reply, code, typed);
    if (why === 'pulseOver') return this.over(reply, seen, typed['words']);
    if (why === 'countedAlready') return this.send(reply, countedAlreadyPage(place, message, typed['words']));
    return again(message, why === 'oldTicket' ? (pulse.ticket ?? '') : undefined);
  }

  private async thank(reply: Reply, place: Place, answered: OutputOf<typeof answerPulse>): Promise<void> {
    const { changed, mayNeedHelp, teamIsCalled } = answered;
    const { charityId } = place.charity;
    const signposting = mayNeedHelp ? await this.front.glance(viewSignposting, { charityId }) : undefined;
    const help = mayNeedHelp ? (signposting?.resources ?? []) : undefined;
    return this.send(reply, thankYouPage(place, { changed, help, teamIsCalled }));
  }

  /** Its figures may have become known since it was looked at. */
  private async over(reply: Reply, seen: Seen, words: string | undefined): Promise<void> {
    const { place, pulse } = await this.look(seen.place.code).catch(() => seen);
    return this.send(reply.status(410), overPage(place, pulse, words));
  }

  private notNow(reply: Reply, code: string, typed: TypedFields): Promise<void> {
    return this.send(reply.status(503), notNowPage(code, typed));
  }

  private async send(reply: Reply, page: string): Promise<void> {
    await reply.type(htmlType).send(page);
  }

  private async look(code: string): Promise<Seen> {
    if (!PulseCode.safeParse(code).success) throw new Refused('notFound');
    const seen = await this.front.ask(viewPulse, { code }, { kind: 'anyone' });
    if (isRefusal(seen)) throw asPage(seen);
    const charity = await this.charities.byId(seen.value.charityId);
    if (!charity) throw new Refused('notFound');
    return { place: { charity, brand: await this.brands.of(charity.charityId), code }, pulse: seen.value };
  }
}

/** Browsers send line breaks as two characters, of which they count one. */
const withPlainLines = (typed: TypedFields): TypedFields => ({
  ...typed,
  words: (typed['words'] ?? '').replaceAll('\r\n', '\n').slice(0, longestPulseWords * 4),
});

/**
 * Whoever has no number yet gets one from the ticket of their page, so that pressing twice is the same answer. A cookie is set
 * once they have answered, and never before.
 */
const deviceFrom = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url');

const cookieFor = (code: string, device: string): string =>
  `${deviceCookie}=${device}; Path=/p/${code}; Max-Age=${cookieDays * 86_400}; HttpOnly; Secure; SameSite=Lax`;
