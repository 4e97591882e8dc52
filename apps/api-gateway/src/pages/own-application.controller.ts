import {
  answerTeam,
  isRefusal,
  longestMessage,
  MessageId,
  type Operation,
  type OutputOf,
  type RequestOf,
  requestOwnLink,
  setOwnMailWishes,
  viewOwnApplication,
  withdrawApplication,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Brands } from '../brand/brands.js';
import { CharityDirectory } from '../charities/charity-directory.js';
import { Refused } from '../door/refused.js';
import { PublicPage, type Reply } from '../door/request.js';
import { sendPage } from './browser.js';
import {
  linkSentPage,
  newLinkPage,
  type OfCharity,
  ownApplicationPage,
  withdrawalPage,
  withdrawnPage,
} from './own-application-pages.js';
import { words } from './sign-in-forms.js';

const htmlType = 'text/html; charset=utf-8';
const anyone = { kind: 'anyone' } as const;
const notWhole = 'This link is not whole. Please copy all of it from the mail, or ask for a new one.';

/** An applicant's own page, by the link in a mail. GET and HEAD, which mail scanners send, change nothing. */
@Controller('c/:slug/application')
export class OwnApplicationPages {
  constructor(
    private readonly requests: Requests,
    private readonly charities: CharityDirectory,
    private readonly brands: Brands,
  ) {}

  @Get()
  @PublicPage(true)
  async show(
    @Param('slug') slug: string,
    @Query('token') token: unknown,
    @Query('before') before: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const place = await this.placeOf(slug);
    if (token === undefined) return void (await reply.type(htmlType).send(newLinkPage(place, {})));
    const application = await this.applicationOf(place, String(token), MessageId.safeParse(before).data);
    if (typeof application === 'string') return sendPage(reply, newLinkPage(place, { message: application }));
    const view = { ...place, token: String(token), application, messageId: newId() };
    await reply.type(htmlType).send(ownApplicationPage(view));
  }

  @Post('answer')
  @PublicPage(true)
  async answer(@Param('slug') slug: string, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const place = await this.placeOf(slug);
    const [token, messageId, text] = [words(body, 'token'), words(body, 'messageId'), words(body, 'text')];
    const { charityId } = place.charity;
    const answer = answerTeam.input.safeParse({ charityId, token, messageId, text });
    const problem = answer.success
      ? await this.refusalOf(answerTeam, answer.data)
      : tooMuchOrNothing(text, messageId);
    if (problem === undefined)
      return void (await reply.redirect(`/c/${slug}/application?token=${token}#conversation`, 303));
    const application = await this.applicationOf(place, token);
    if (typeof application === 'string') return sendPage(reply, newLinkPage(place, { message: application }));
    const view = { ...place, token, application, messageId: newId(), typed: text, problem };
    return sendPage(reply, ownApplicationPage(view));
  }

  @Post('mails')
  @PublicPage(true)
  async keepWishes(@Param('slug') slug: string, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const place = await this.placeOf(slug);
    const token = words(body, 'token');
    const read = setOwnMailWishes.input.safeParse({
      ...{ charityId: place.charity.charityId, token },
      ...{ language: words(body, 'language'), discreet: words(body, 'discreet') === 'yes' },
    });
    const message = read.success ? await this.refusalOf(setOwnMailWishes, read.data) : notWhole;
    if (message !== undefined) return sendPage(reply, newLinkPage(place, { message }));
    await reply.redirect(`/c/${slug}/application?token=${token}#mails`, 303);
  }

  @Get('withdrawal')
  @PublicPage(true)
  async askToWithdraw(
    @Param('slug') slug: string,
    @Query('token') token: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const place = await this.placeOf(slug);
    const application = await this.applicationOf(place, String(token ?? ''));
    if (typeof application === 'string') return sendPage(reply, newLinkPage(place, { message: application }));
    await reply.type(htmlType).send(withdrawalPage(place, String(token)));
  }

  @Post('withdrawal')
  @PublicPage(true)
  async withdraw(@Param('slug') slug: string, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const place = await this.placeOf(slug);
    const read = withdrawApplication.input.safeParse({
      charityId: place.charity.charityId,
      token: words(body, 'token'),
    });
    const message = read.success ? await this.refusalOf(withdrawApplication, read.data) : notWhole;
    if (message !== undefined) return sendPage(reply, newLinkPage(place, { message }));
    await reply.type(htmlType).send(withdrawnPage(place));
  }

  @Get('link')
  @PublicPage(true)
  async askForLink(@Param('slug') slug: string, @Res() reply: Reply): Promise<void> {
    await reply.type(htmlType).send(newLinkPage(await this.placeOf(slug), {}));
  }

  @Post('link')
  @PublicPage(true)
  async sendLink(@Param('slug') slug: string, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const place = await this.placeOf(slug);
    const email = words(body, 'email');
    const read = requestOwnLink.input.safeParse({ charityId: place.charity.charityId, email });
    const message = read.success
      ? await this.refusalOf(requestOwnLink, read.data)
      : 'Please type in your whole e-mail address, such as name@example.org.';
    if (message !== undefined) return sendPage(reply, newLinkPage(place, { message, email }));
    await reply.type(htmlType).send(linkSentPage(place));
  }

  private async placeOf(slug: string): Promise<OfCharity> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    return { charity, brand: await this.brands.of(charity.charityId) };
  }

  /** What the link leads to, or the sentence that tells why it leads nowhere. */
  private async applicationOf(
    { charity }: OfCharity,
    token: string,
    before?: MessageId,
  ): Promise<OutputOf<typeof viewOwnApplication> | string> {
    const read = viewOwnApplication.input.safeParse({ charityId: charity.charityId, token, before });
    if (!read.success) return notWhole;
    const result = await this.requests.call(viewOwnApplication, read.data, { caller: anyone });
    return isRefusal(result) ? result.refusal.message : result.value;
  }

  private async refusalOf<O extends Operation>(
    operation: O,
    input: RequestOf<O>,
  ): Promise<string | undefined> {
    const result = await this.requests.call(operation, input, { caller: anyone });
    return isRefusal(result) ? result.refusal.message : undefined;
  }
}

function tooMuchOrNothing(text: string, messageId: string): string {
  if (text.trim() === '') return 'There is nothing to send yet. Please write a line or two.';
  if (text.length > longestMessage)
    return `This has ${text.length} letters; ${longestMessage} fit. Please shorten it, or send it in two parts.`;
  return messageId ? 'One letter in it is broken. Please look at it once more.' : notWhole;
}
