import {
  isRefusal,
  listTakeovers,
  passTheBaton,
  pausePart,
  resumePart,
  TakeoverId,
  viewCertificate,
  viewCharity,
  viewMe,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Brands } from '../../brand/brands.js';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { sendPage } from '../browser.js';
import { type CuratorCaller, curatorCalling, curatorOrWhyNot, keptBecause } from '../curator-calling.js';
import { Front } from '../front.js';
import { NomineeForm, type Problems, problemsIn, problemsOf } from '../nominations/nominee-form.js';
import { words } from '../sign-in-forms.js';
import { type CertificateView, certificatePage } from './certificate-page.js';
import { type PartView, partPage, passedPage, passPage } from './part-page.js';

const htmlType = 'text/html; charset=utf-8';
const mostInAName = 100;

/** What a curator has beyond the next weekend: certificates, passing the baton, “not now” and coming back. */
@Controller('curator')
export class PartPages {
  constructor(
    private readonly front: Front,
    private readonly requests: Requests,
    private readonly whoIsCalling: WhoIsCalling,
    private readonly brands: Brands,
  ) {}

  @Get('part')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async show(@Req() request: KnownRequest): Promise<string> {
    return partPage(await this.viewFor(await curatorCalling(this.whoIsCalling, request)));
  }

  @Post('pause')
  @PublicPage(true)
  async pause(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const until = words(body, 'until');
    const again = async (problems: Problems) =>
      sendPage(reply, partPage(await this.viewFor(caller), { until }, problems));
    const read = pausePart.input.safeParse({ charityId: caller.charityId, ...(until ? { until } : {}) });
    if (!read.success) return again(problemsIn(read.error));
    const result = await this.requests.call(pausePart, read.data, { caller });
    if (!isRefusal(result)) return void (await reply.redirect('/curator/part', 303));
    const { code, message } = result.refusal;
    return again({ [code === 'badDay' ? 'until' : '']: message });
  }

  @Post('return')
  @PublicPage(true)
  async comeBack(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    await this.front.read(resumePart, { charityId: caller.charityId }, caller);
    await reply.redirect('/curator/part', 303);
  }

  @Get('pass-the-baton')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async passing(@Req() request: KnownRequest): Promise<string> {
    await curatorCalling(this.whoIsCalling, request);
    return passPage({ nominationId: newId(), email: '', greeting: '' });
  }

  @Post('pass-the-baton')
  @HttpCode(200)
  @PublicPage(true)
  async pass(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const form = NomineeForm.parse(body ?? {});
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused) return sendPage(reply, passPage(form, { '': keptBecause(caller) }));
    const read = passTheBaton.input.safeParse({ charityId: caller.charityId, ...form });
    if (!read.success) return sendPage(reply, passPage(form, problemsIn(read.error)));
    const result = await this.requests.call(passTheBaton, read.data, { caller });
    if (isRefusal(result)) return sendPage(reply, passPage(form, problemsOf(result)));
    await reply.type(htmlType).send(passedPage());
  }

  @Get('certificate/:takeoverId')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async certificate(@Req() request: KnownRequest, @Param('takeoverId') id: string): Promise<string> {
    return certificatePage(await this.certified(request, id));
  }

  /** Under another name: not in the address, where it would be remembered. */
  @Post('certificate/:takeoverId')
  @HttpCode(200)
  @PublicPage(true)
  @Header('content-type', htmlType)
  async renamed(
    @Req() request: KnownRequest,
    @Param('takeoverId') id: string,
    @Body() body: unknown,
  ): Promise<string> {
    const name = words(body, 'name').trim().slice(0, mostInAName);
    const view = await this.certified(request, id);
    return name === '' ? certificatePage(view, noName) : certificatePage({ ...view, name });
  }

  private async certified(request: KnownRequest, id: string): Promise<CertificateView> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const { charityId } = caller;
    const takeoverId = TakeoverId.safeParse(id);
    if (!takeoverId.success) throw new Refused('notFound');
    const [certificate, { slug }, brand] = await Promise.all([
      this.front.read(viewCertificate, { charityId, takeoverId: takeoverId.data }, caller),
      this.front.read(viewCharity, { charityId }),
      this.brands.of(charityId),
    ]);
    return { certificate, slug, brand, name: certificate.penName };
  }

  private async viewFor(caller: CuratorCaller): Promise<PartView> {
    const { charityId } = caller;
    const [{ zone }, { state, pausedUntil }, { takeovers }] = await Promise.all([
      this.front.read(viewCharity, { charityId }),
      this.front.read(viewMe, { charityId }, caller),
      this.front.read(listTakeovers, { charityId, state: 'closed', limit: mostTakeovers }, caller),
    ]);
    return { zone, state, pausedUntil, takeovers };
  }
}

/** Of one person. */
const mostTakeovers = 200;
const noName: Problems = { name: 'Please type the name that is to stand on it.' };
