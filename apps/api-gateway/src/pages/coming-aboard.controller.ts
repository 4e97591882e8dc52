import { applyAboard, confirmAboard, isRefusal } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, Post, Query, Res } from '@nestjs/common';
import { z } from 'zod';
import { PublicPage, type Reply } from '../door/request.js';
import { sendPage } from './browser.js';
import {
  type AboardForm,
  applyAboardPage,
  brokenAboardPage,
  confirmAboardPage,
  confirmedPage,
  lookInYourMailPage,
  type Problems,
} from './coming-aboard-pages.js';

const typed = z.string().max(500).catch('');
const Form = z.object({
  charityId: typed,
  name: typed,
  slug: typed,
  zone: typed,
  registrationNumber: typed,
  contactEmail: typed,
});
const anyone = { kind: 'anyone' } as const;
const broken = 'This link is not whole. Please copy all of it from the mail.';

/** Asking to come aboard, by hand. GET and HEAD, which mail scanners send, change nothing. */
@Controller('aboard')
export class ComingAboardPages {
  constructor(private readonly requests: Requests) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  show(): string {
    const empty = { name: '', slug: '', registrationNumber: '', contactEmail: '' };
    return applyAboardPage({ ...empty, charityId: newId(), zone: 'Europe/London' });
  }

  @Post()
  @PublicPage(true)
  async apply(@Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const form: AboardForm = Form.parse(body ?? {});
    const read = applyAboard.input.safeParse(form);
    if (!read.success) return sendPage(reply, applyAboardPage(form, problemsIn(read.error)));
    const result = await this.requests.call(applyAboard, read.data, { caller: anyone });
    if (isRefusal(result)) {
      const { code, message } = result.refusal;
      return sendPage(reply, applyAboardPage(form, { [code === 'slugTaken' ? 'slug' : '']: message }));
    }
    await reply.type('text/html; charset=utf-8').send(lookInYourMailPage());
  }

  @Get('confirm')
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  ask(@Query('token') token: unknown): string {
    const read = confirmAboard.input.safeParse({ token });
    return read.success ? confirmAboardPage(read.data.token) : brokenAboardPage(broken);
  }

  @Post('confirm')
  @PublicPage(true)
  async confirm(@Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const read = confirmAboard.input.safeParse(body);
    if (!read.success) return sendPage(reply, brokenAboardPage(broken));
    const result = await this.requests.call(confirmAboard, read.data, { caller: anyone });
    if (isRefusal(result)) return sendPage(reply, brokenAboardPage(result.refusal.message));
    await reply.type('text/html; charset=utf-8').send(confirmedPage(result.value));
  }
}

/** One sentence a field: the first of what is wrong with it. */
function problemsIn({ issues }: z.ZodError): Problems {
  const sentences = issues.map(({ path, message }) => [String(path[0] ?? ''), `This ${message}.`] as const);
  return Object.fromEntries(sentences.toReversed());
}
