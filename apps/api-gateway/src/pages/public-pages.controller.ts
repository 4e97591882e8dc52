import { viewOnAir } from '@baton/contracts';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { Brands } from '../brand/brands.js';
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
    private readonly brands: Brands,
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
    const { charityId } = charity;
    const [onAir, brand] = await Promise.all([
      this.front.glance(viewOnAir, { charityId }),
      this.brands.of(charityId),
    ]);
    return charityPage(charity, onAir, brand);
  }

  @Get('c/:slug/logo')
  @PublicPage(true)
  @Header('content-type', 'image/png')
  @Header('cache-control', 'public, max-age=300')
  async logo(@Param('slug') slug: string): Promise<StreamableFile> {
    const charity = await this.charities.bySlug(slug);
    const logo = charity && (await this.brands.logoOf(charity.charityId));
    if (!logo) throw new Refused('notFound');
    return new StreamableFile(logo, { type: 'image/png' });
  }
}
