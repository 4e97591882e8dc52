import { type Caller, listAudit, verifyAudit } from '@baton/contracts';
import { Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { type Charity, CharityDirectory } from '../charities/charity-directory.js';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { Front } from '../pages/front.js';
import { auditPage, auditProofPage } from './audit-pages.js';

const htmlType = 'text/html; charset=utf-8';
const entriesShown = 50;

/** The audit of a charity for its people, and the button that proves it. The operations decide who may. */
@Controller('c/:slug/audit')
export class AuditPages {
  constructor(
    private readonly front: Front,
    private readonly charities: CharityDirectory,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async audit(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Query('before') before?: string,
  ): Promise<string> {
    const { charity, caller } = await this.here(request, slug);
    const which = { charityId: charity.charityId, limit: entriesShown, ...(before ? { before } : {}) };
    return auditPage(charity, await this.front.read(listAudit, which, caller));
  }

  @Post('proof')
  @HttpCode(200)
  @PublicPage(true)
  @Header('content-type', htmlType)
  async prove(@Req() request: KnownRequest, @Param('slug') slug: string): Promise<string> {
    const { charity, caller } = await this.here(request, slug);
    const { charityId } = charity;
    return auditProofPage(charity, await this.front.read(verifyAudit, { charityId, anchors: [] }, caller));
  }

  /** The charity of the page, and what whoever looks at it is there. */
  private async here(request: KnownRequest, slug: string): Promise<{ charity: Charity; caller: Caller }> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    const [caller] = await this.whoIsCalling.ask(request, charity.charityId);
    return { charity, caller };
  }
}
