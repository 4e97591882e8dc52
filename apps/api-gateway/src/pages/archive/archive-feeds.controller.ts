import { listArchive } from '@baton/contracts';
import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { CharityDirectory } from '../../charities/charity-directory.js';
import { PUBLIC_ORIGIN } from '../../config.js';
import { Refused } from '../../door/refused.js';
import { PublicPage } from '../../door/request.js';
import { Front } from '../front.js';
import { atomOf, jsonFeedOf } from './feeds.js';

/** The archive for feed readers: its newest weekends. */
@Controller('c/:slug')
export class ArchiveFeeds {
  constructor(
    private readonly front: Front,
    private readonly charities: CharityDirectory,
    @Inject(PUBLIC_ORIGIN) private readonly origin: string,
  ) {}

  @Get('archive.atom')
  @PublicPage(true)
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  async atom(@Param('slug') slug: string): Promise<string> {
    return atomOf(await this.newest(slug));
  }

  @Get('archive.json')
  @PublicPage(true)
  @Header('content-type', 'application/feed+json; charset=utf-8')
  async json(@Param('slug') slug: string): Promise<string> {
    return jsonFeedOf(await this.newest(slug));
  }

  private async newest(slug: string) {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    const { entries } = await this.front.read(listArchive, { charityId: charity.charityId });
    return { charity, origin: this.origin, entries };
  }
}
