import { discardSavedForm, isRefusal, openSavedForm } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Charity } from '../../charities/charity-directory.js';
import { PublicPage, type Reply } from '../../door/request.js';
import type { Html } from '../html.js';
import { page } from '../layout.js';
import { words } from '../sign-in-forms.js';
import { CallVisits } from './call-visit.js';
import { fieldsIn } from './form-fields.js';
import { formPage } from './form-page.js';
import { noProblems } from './form-problems.js';
import { comeBackPage, discardedPage, linkGonePage, notOpenPage } from './take-over-pages.js';

const anyone = { kind: 'anyone' } as const;
const { message: gone } = openSavedForm.refusals.linkGone;

/** The way back to a form. GET and HEAD, which mail scanners send, neither show nor change anything of it. */
@Controller('c/:slug/saved')
export class SavedFormPages {
  constructor(
    private readonly visits: CallVisits,
    private readonly requests: Requests,
  ) {}

  @Get()
  @PublicPage(true)
  async ask(@Param('slug') slug: string, @Query() query: unknown, @Res() reply: Reply): Promise<void> {
    const charity = await this.visits.charity(slug);
    return this.show(reply, charity, comeBackPage(charity, words(query, 'token')));
  }

  @Post()
  @PublicPage(true)
  async goOn(@Param('slug') slug: string, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const charity = await this.visits.charity(slug);
    const read = openSavedForm.input.safeParse({ charityId: charity.charityId, token: words(body, 'token') });
    if (!read.success) return this.show(reply, charity, linkGonePage(charity, gone), 410);
    const { token } = read.data;
    const result = await this.requests.call(openSavedForm, read.data, { caller: anyone });
    if (isRefusal(result))
      return this.show(reply, charity, linkGonePage(charity, result.refusal.message), 410);
    const { callId, savedFormId, content, language } = result.value;
    const visit = await this.visits.at(slug, callId, false, { language: language ?? undefined });
    const form = { ...visit, fields: fieldsIn(content), problems: noProblems, savedForm: token };
    const shown =
      visit.call.state === 'notYet'
        ? notOpenPage(charity, visit.call)
        : formPage(form, { applicationId: newId(), savedFormId });
    return this.visits.show(reply, visit, shown);
  }

  @Post('discard')
  @PublicPage(true)
  async discard(@Param('slug') slug: string, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const charity = await this.visits.charity(slug);
    const input = { charityId: charity.charityId, token: words(body, 'token') };
    const read = discardSavedForm.input.safeParse(input);
    const result =
      read.success && (await this.requests.call(discardSavedForm, read.data, { caller: anyone }));
    if (result && isRefusal(result))
      return this.show(reply, charity, linkGonePage(charity, result.refusal.message), 503);
    return this.show(reply, charity, discardedPage(charity));
  }

  private async show(reply: Reply, charity: Charity, content: Html, status = 200): Promise<void> {
    const shown = page('Your form', content, await this.visits.brandOf(charity));
    await reply.status(status).type('text/html; charset=utf-8').send(shown);
  }
}
