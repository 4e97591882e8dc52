import { acceptInvitation, InvitationToken, isRefusal, viewInvitation } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { invitationPath } from '../members/mail-invitation.js';
import { fromBrowser, sendPage, welcome } from './browser.js';
import { brokenInvitationPage, invitationPage, joinedPage } from './invitation-pages.js';

const Form = z.object({
  token: InvitationToken,
  remember: z
    .literal('yes')
    .optional()
    .transform((said) => said === 'yes'),
});
const broken = 'This link is not whole. Please copy all of it from the mail.';
const anyone = { kind: 'anyone' } as const;

/** The link in an invitation. GET and HEAD, which mail scanners send, change nothing; only the button accepts. */
@Controller(invitationPath)
export class InvitationPages {
  constructor(private readonly requests: Requests) {}

  @Get()
  @PublicPage(true)
  async show(@Query() query: unknown, @Res() reply: Reply): Promise<void> {
    const form = Form.safeParse(query);
    if (!form.success) return sendPage(reply, brokenInvitationPage(broken));
    const { token } = form.data;
    const result = await this.requests.call(viewInvitation, { token }, { caller: anyone });
    if (isRefusal(result)) return sendPage(reply, brokenInvitationPage(result.refusal.message));
    await reply.type('text/html; charset=utf-8').send(invitationPage(token, result.value));
  }

  @Post()
  @PublicPage(true)
  async accept(@Body() body: unknown, @Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const form = Form.safeParse(body);
    if (!form.success) return sendPage(reply, brokenInvitationPage(broken));
    const { token, remember: rememberDevice } = form.data;
    const { device } = fromBrowser(request);
    const input = { token, rememberDevice, device };
    const result = await this.requests.call(acceptInvitation, input, { caller: anyone });
    if (isRefusal(result)) return sendPage(reply, brokenInvitationPage(result.refusal.message));
    const { session, slug } = result.value;
    if (session) return welcome(reply, session, `/manager?charity=${slug}`);
    await reply.type('text/html; charset=utf-8').send(joinedPage(slug));
  }
}
