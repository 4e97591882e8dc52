import { viewOnAir } from '@baton/contracts';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { Refused } from '../door/refused.js';
import { PublicPage } from '../door/request.js';
import { charityPage } from './charity-page.js';
import { Front } from './front.js';
import { startPage } from './start-page.js';

const mostCharities = 50;

/** What anybody may see. */
@Controller()
export class PublicPages {
  constructor(
    private readonly front: Front,
    private readonly charities: CharityDirectory,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async start(): Promise<string> {
    const charities = (await this.charities.all()).slice(0, mostCharities);
    const glances = charities.map(async (charity) => ({
      charity,
      onAir: await this.front.glance(viewOnAir, { charityId: charity.charityId }),
    }));
    return startPage(await Promise.all(glances), await this.front.services());
  }

  @Get('c/:slug')
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async charity(@Param('slug') slug: string): Promise<string> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    return charityPage(charity, await this.front.glance(viewOnAir, { charityId: charity.charityId }));
  }
}
