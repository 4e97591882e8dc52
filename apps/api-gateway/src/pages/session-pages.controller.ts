import { closeSession } from '@baton/contracts';
import { Controller, Post, Req, Res } from '@nestjs/common';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { credentialIn } from '../door/who-is-calling.js';
import { noSession } from './cookies.js';
import { Front } from './front.js';

/** What people do with their own sessions. */
@Controller()
export class SessionPages {
  constructor(private readonly front: Front) {}

  @Post('sign-out')
  @PublicPage(true)
  async signOut(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const credential = credentialIn(request);
    if (credential) await this.front.read(closeSession, { token: credential.token });
    await reply.header('set-cookie', noSession).redirect('/', 303);
  }
}
