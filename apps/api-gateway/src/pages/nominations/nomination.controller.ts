import { answerNomination, isRefusal, nominate, viewNomination } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { Brands } from '../../brand/brands.js';
import { CharityDirectory } from '../../charities/charity-directory.js';
import { Refused } from '../../door/refused.js';
import { PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import {
  askedPage,
  linkOverPage,
  nominatePage,
  nominationPage,
  type Place,
  saidNoPage,
} from './nomination-pages.js';
import { NomineeForm, problemsIn, problemsOf } from './nominee-form.js';

const htmlType = 'text/html; charset=utf-8';
const anyone = { kind: 'anyone' } as const;

/** Suggesting somebody, and what they see who were suggested. GET and HEAD, which mail scanners send, change nothing. */
@Controller('c/:slug')
export class NominationPages {
  constructor(
    private readonly requests: Requests,
    private readonly charities: CharityDirectory,
    private readonly brands: Brands,
  ) {}

  @Get('nominate')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async form(@Param('slug') slug: string): Promise<string> {
    return nominatePage(await this.place(slug), { nominationId: newId(), email: '', greeting: '' });
  }

  @Post('nominate')
  @HttpCode(200)
  @PublicPage(true)
  async nominate(@Param('slug') slug: string, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const place = await this.place(slug);
    const form = NomineeForm.parse(body ?? {});
    const { charityId } = place.charity;
    const read = nominate.input.safeParse({ charityId, ...form });
    if (!read.success) return sendPage(reply, nominatePage(place, form, problemsIn(read.error)));
    const result = await this.requests.call(nominate, read.data, { caller: anyone });
    if (isRefusal(result)) return sendPage(reply, nominatePage(place, form, problemsOf(result)));
    await reply.type(htmlType).send(askedPage(place));
  }

  @Get('nomination')
  @PublicPage(true)
  async show(
    @Param('slug') slug: string,
    @Query('token') token: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const place = await this.place(slug);
    const read = viewNomination.input.safeParse({ charityId: place.charity.charityId, token });
    if (!read.success) return this.over(reply, place);
    const result = await this.requests.call(viewNomination, read.data, { caller: anyone });
    if (isRefusal(result)) return this.over(reply, place, result.refusal.message);
    await reply.type(htmlType).send(nominationPage(place, read.data.token, result.value));
  }

  @Post('nomination')
  @HttpCode(200)
  @PublicPage(true)
  async answer(@Param('slug') slug: string, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const place = await this.place(slug);
    const { charityId } = place.charity;
    const read = answerNomination.input.safeParse({ ...Object(body), charityId });
    if (!read.success) return this.over(reply, place);
    const result = await this.requests.call(answerNomination, read.data, { caller: anyone });
    if (isRefusal(result)) return this.over(reply, place, result.refusal.message);
    if (result.value.state === 'refused') return void (await reply.type(htmlType).send(saidNoPage(place)));
    await reply.redirect(`/c/${slug}/take-over?nomination=${read.data.token}`, 303);
  }

  private async over(
    reply: Reply,
    place: Place,
    message: string = viewNomination.refusals.linkOver.message,
  ): Promise<void> {
    await reply.status(410).type(htmlType).send(linkOverPage(place, message));
  }

  private async place(slug: string): Promise<Place> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    return { charity, brand: await this.brands.of(charity.charityId) };
  }
}
