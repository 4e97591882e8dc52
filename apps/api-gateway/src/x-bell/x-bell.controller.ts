import { ringInbox } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { X_BELL_SECRET } from '../config.js';
import { Refused } from '../door/refused.js';
import { type KnownRequest, SignedByCaller } from '../door/request.js';
import { rungFor } from './rung-for.js';
import { isSignedByX, signatureOf } from './signed-by-x.js';

const caller = { kind: 'service', service: 'api-gateway' } as const;

/** What X makes up for it: base64 or the like, in no form of it JSON. */
const tokenOfX = /^[\w+/=.-]{1,256}$/;

/**
 * Where the X Activity API calls when somebody mentions an account. It is a bell and no letter box: Baton then looks for
 * itself, so that nothing anybody wrote comes in this way, and a call that is sent again rings again and no more.
 */
@Controller('x/bell')
export class XBell {
  constructor(
    private readonly requests: Requests,
    @Inject(X_BELL_SECRET) private readonly secret: string | undefined,
  ) {}

  /**
   * X asks now and then whether this is still the app's own address. What is signed here looks like a token of X's and like
   * nothing else: whoever could have any text signed could sign a call of their own.
   */
  @Get()
  @SignedByCaller(true)
  prove(@Query('crc_token') token: unknown): { response_token: string } {
    const isToken = typeof token === 'string' && tokenOfX.test(token);
    if (this.secret === undefined || !isToken) throw new Refused('notFound');
    return { response_token: signatureOf(this.secret, token) };
  }

  /** Answers the same whether or not the account is known. While it cannot be passed on, X is asked to come again. */
  @Post()
  @HttpCode(200)
  @SignedByCaller(true)
  async ring(@Req() { headers, rawBody }: KnownRequest, @Body() body: unknown): Promise<void> {
    if (this.secret === undefined) throw new Refused('notFound');
    const signature = headers['x-twitter-webhooks-signature'];
    if (typeof signature !== 'string' || !rawBody || !isSignedByX(this.secret, rawBody, signature)) {
      throw new Refused('forbidden');
    }
    const xUserId = rungFor(body);
    if (xUserId === undefined) return;
    const answer = await this.requests.call(ringInbox, { xUserId }, { caller });
    if (!answer.ok) throw new Refused('unavailable');
  }
}
