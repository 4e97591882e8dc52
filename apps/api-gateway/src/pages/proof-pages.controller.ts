import {
  addPasskey,
  beginSecondFactor,
  confirmSecondFactor,
  DeviceId,
  forgetDevice,
  isRefusal,
  type Operation,
  type OutputOf,
  PasskeyId,
  PasskeyMade,
  type RequestOf,
  removePasskey,
  removeSecondFactor,
  renewBackupCodes,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { sendPage } from './browser.js';
import { troublePage } from './plain-pages.js';
import { jsonIn, words } from './sign-in-forms.js';
import { backupCodesPage, setUpAppPage } from './your-sign-in-page.js';

const home = '/your-sign-in';
const htmlType = 'text/html; charset=utf-8';

/** Passkeys, the app and remembered devices, by hand. What is a big step leads to confirming it first, and back. */
@Controller('your-sign-in')
export class ProofPages {
  constructor(
    private readonly requests: Requests,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Post('passkey')
  @PublicPage(true)
  async addPasskey(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const answer = PasskeyMade.safeParse(jsonIn(words(body, 'answer')));
    if (!answer.success) return sendPage(reply, troublePage('The passkey could not be read.'));
    const input = { ticket: words(body, 'ticket'), answer: answer.data, name: words(body, 'name') };
    if (await this.does(addPasskey, input, request, reply)) await reply.redirect(home, 303);
  }

  @Post('remove-passkey')
  @PublicPage(true)
  async removePasskey(
    @Req() request: KnownRequest,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const passkeyId = PasskeyId.safeParse(words(body, 'passkeyId'));
    if (!passkeyId.success) return sendPage(reply, troublePage('There is no such passkey.'));
    const input = { passkeyId: passkeyId.data };
    if (await this.does(removePasskey, input, request, reply)) await reply.redirect(home, 303);
  }

  @Post('forget-device')
  @PublicPage(true)
  async forget(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const deviceId = DeviceId.safeParse(words(body, 'deviceId'));
    if (!deviceId.success) return sendPage(reply, troublePage('There is no such device.'));
    const input = { deviceId: deviceId.data };
    if (await this.does(forgetDevice, input, request, reply)) await reply.redirect(home, 303);
  }

  @Post('second-factor')
  @PublicPage(true)
  async setUpApp(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const app = await this.does(beginSecondFactor, {}, request, reply);
    if (app) await reply.type(htmlType).send(setUpAppPage(app));
  }

  @Post('confirm-second-factor')
  @PublicPage(true)
  async turnOn(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const again = (message: string) => sendPage(reply, setUpAppPage(undefined, message));
    const input = { code: words(body, 'code') };
    if (await this.does(confirmSecondFactor, input, request, reply, again)) await reply.redirect(home, 303);
  }

  @Post('backup-codes')
  @PublicPage(true)
  async renewCodes(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const renewed = await this.does(renewBackupCodes, {}, request, reply);
    if (renewed) await reply.type(htmlType).send(backupCodesPage(renewed.backupCodes));
  }

  @Post('remove-second-factor')
  @PublicPage(true)
  async turnOff(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    if (await this.does(removeSecondFactor, {}, request, reply)) await reply.redirect(home, 303);
  }

  /** The answer; undefined where somebody has been sent to confirm, or shown what was wrong. */
  private async does<O extends Operation>(
    operation: O,
    input: RequestOf<O>,
    request: KnownRequest,
    reply: Reply,
    again = (message: string) => sendPage(reply, troublePage(message)),
  ): Promise<OutputOf<O> | undefined> {
    const [caller] = await this.whoIsCalling.ask(request, undefined);
    const result = await this.requests.call(operation, input, { caller });
    if (!isRefusal(result)) return result.value as OutputOf<O>;
    const { code, message } = result.refusal;
    if (code === 'stepUpNeeded') await reply.redirect(`/confirm-it-is-you?next=${home}`, 303);
    else
      await again(
        code === 'badInput' ? 'Something typed is not right. Please look at it once more.' : message,
      );
    return undefined;
  }
}
