import {
  approveCharity,
  type Caller,
  declineCharity,
  isRefusal,
  listAboard,
  type Operation,
  type RequestOf,
  viewSetUp,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { z } from 'zod';
import { CharityDirectory } from '../charities/charity-directory.js';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { Front } from '../pages/front.js';
import { setUpPage, waitingPage } from './set-up-pages.js';

const htmlType = 'text/html; charset=utf-8';

/** The set-up for a charity's people, and for the operator the charities that wait. The operations decide who may. */
@Controller()
export class SetUpPages {
  constructor(
    private readonly front: Front,
    private readonly requests: Requests,
    private readonly charities: CharityDirectory,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get('c/:slug/set-up')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async setUp(@Req() request: KnownRequest, @Param('slug') slug: string): Promise<string> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    const { charityId } = charity;
    const guises = await this.whoIsCalling.ask(request, charityId);
    const caller = guises.find(({ kind }) => kind === 'staff' || kind === 'operator') ?? guises[0];
    return setUpPage(charity, await this.front.read(viewSetUp, { charityId }, caller));
  }

  @Get('operator')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async waiting(@Req() request: KnownRequest): Promise<string> {
    return this.list(await this.operator(request));
  }

  @Post('operator/approve')
  @HttpCode(200)
  @PublicPage(true)
  @Header('content-type', htmlType)
  approve(@Req() request: KnownRequest, @Body() body: unknown): Promise<string> {
    return this.decide(
      approveCharity,
      request,
      body,
      'It is aboard. Its contact has a mail on how to sign in.',
    );
  }

  @Post('operator/decline')
  @HttpCode(200)
  @PublicPage(true)
  @Header('content-type', htmlType)
  decline(@Req() request: KnownRequest, @Body() body: unknown): Promise<string> {
    return this.decide(declineCharity, request, body, 'Declined. The reason is on its way to them.');
  }

  private async decide<O extends Operation>(
    operation: O,
    request: KnownRequest,
    body: unknown,
    done: string,
  ) {
    const caller = await this.operator(request);
    const input: z.ZodSafeParseResult<unknown> = operation.input.safeParse(body);
    if (!input.success)
      return this.list(caller, 'Please fill in the whole form: a reason has ten letters or more.');
    const result = await this.requests.call(operation, input.data as RequestOf<O>, { caller });
    if (!isRefusal(result)) return this.list(caller, done);
    if (result.refusal.code === 'stepUpNeeded') throw new Refused('stepUpNeeded');
    return this.list(caller, result.refusal.message);
  }

  private async list(caller: Caller, said?: string): Promise<string> {
    const { waiting } = await this.front.read(listAboard, {}, caller);
    return waitingPage(waiting, said);
  }

  private async operator(request: KnownRequest): Promise<Caller> {
    const guises = await this.whoIsCalling.ask(request, undefined);
    const operator = guises.find(({ kind }) => kind === 'operator');
    if (!operator) throw new Refused(guises[0].kind === 'anyone' ? 'signedOut' : 'forbidden');
    return operator;
  }
}
