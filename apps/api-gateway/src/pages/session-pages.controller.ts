import {
  type Caller,
  closeSession,
  endCuratorSession,
  endOtherCuratorSessions,
  endOtherSessions,
  endSession,
  listCuratorSessions,
  listSessions,
  SessionId,
  viewSignInMethods,
} from '@baton/contracts';
import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { credentialIn, WhoIsCalling } from '../door/who-is-calling.js';
import { noSession } from './cookies.js';
import { Front } from './front.js';
import { words } from './sign-in-forms.js';
import { yourSignInPage } from './your-sign-in-page.js';

/** Where somebody is signed in, and ending it: for staff and for curators. */
@Controller()
export class SessionPages {
  constructor(
    private readonly front: Front,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get('your-sign-in')
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: KnownRequest): Promise<string> {
    const caller = await this.caller(request);
    if (caller.kind === 'curator') {
      const { charityId } = caller;
      const { sessions } = await this.front.read(listCuratorSessions, { charityId }, caller);
      return yourSignInPage(sessions, undefined);
    }
    const [{ sessions }, methods] = await Promise.all([
      this.front.read(listSessions, {}, caller),
      this.front.read(viewSignInMethods, {}, caller),
    ]);
    return yourSignInPage(sessions, methods);
  }

  @Post('your-sign-in/end-session')
  @PublicPage(true)
  async end(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await this.caller(request);
    const sessionId = SessionId.safeParse(words(body, 'sessionId'));
    if (!sessionId.success) throw new Refused('notFound');
    if (caller.kind === 'curator') {
      const input = { charityId: caller.charityId, sessionId: sessionId.data };
      await this.front.read(endCuratorSession, input, caller);
    } else await this.front.read(endSession, { sessionId: sessionId.data }, caller);
    await reply.redirect('/your-sign-in', 303);
  }

  @Post('your-sign-in/end-others')
  @PublicPage(true)
  async endOthers(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const caller = await this.caller(request);
    if (caller.kind === 'curator') {
      await this.front.read(endOtherCuratorSessions, { charityId: caller.charityId }, caller);
    } else await this.front.read(endOtherSessions, {}, caller);
    await reply.redirect('/your-sign-in', 303);
  }

  @Post('sign-out')
  @PublicPage(true)
  async signOut(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const credential = credentialIn(request);
    if (credential) await this.front.read(closeSession, { token: credential.token });
    await reply.header('set-cookie', noSession).redirect('/', 303);
  }

  private async caller(request: KnownRequest): Promise<Caller> {
    const [caller] = await this.whoIsCalling.ask(request, undefined);
    if (caller.kind === 'anyone') throw new Refused('signedOut');
    return caller;
  }
}
