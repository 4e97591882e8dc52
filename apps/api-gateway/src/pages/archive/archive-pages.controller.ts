import {
  listArchive,
  listQuotes,
  MediaId,
  readArchivePicture,
  TakeoverId,
  viewArchiveEntry,
} from '@baton/contracts';
import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { Brands } from '../../brand/brands.js';
import { type Charity, CharityDirectory } from '../../charities/charity-directory.js';
import { PUBLIC_ORIGIN } from '../../config.js';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { Front } from '../front.js';
import { type Asked, archivePage } from './archive-page.js';
import { entryPage } from './entry-page.js';

const htmlType = 'text/html; charset=utf-8';
const gateway = { kind: 'service', service: 'api-gateway' } as const;
const nothing = { entries: [], next: null, years: [] };

/**
 * The archive for everybody. No page of it is kept by anybody in between: what is taken back is gone with the next look.
 */
@Controller('c/:slug/archive')
export class ArchivePages {
  constructor(
    private readonly front: Front,
    private readonly charities: CharityDirectory,
    private readonly brands: Brands,
    @Inject(PUBLIC_ORIGIN) private readonly origin: string,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async list(@Param('slug') slug: string, @Query() query: Record<string, unknown>): Promise<string> {
    const charity = await this.charityOf(slug);
    const { charityId } = charity;
    const said = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
    const read = listArchive.input.safeParse({ ...said, charityId });
    const brand = await this.brands.of(charityId);
    const asked: Asked = read.success
      ? { q: read.data.q, year: read.data.year }
      : { q: String(query['q'] ?? '').slice(0, 200), year: undefined, problem: notRead };
    const found = read.success ? await this.front.read(listArchive, read.data) : nothing;
    const isFirstPage = query['after'] === undefined;
    return archivePage({ charity, brand, found, asked, isFirstPage, origin: this.origin });
  }

  @Get(':takeoverId')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async entry(
    @Param('slug') slug: string,
    @Param('takeoverId') id: string,
    @Query('from') asked: unknown,
  ): Promise<string> {
    const charity = await this.charityOf(slug);
    const read = viewArchiveEntry.input.safeParse({
      charityId: charity.charityId,
      takeoverId: id,
      from: asked ?? 0,
    });
    if (!read.success) throw new Refused('notFound');
    const { charityId, takeoverId, from } = read.data;
    const [shown, brand] = await Promise.all([
      this.front.read(viewArchiveEntry, read.data),
      this.brands.of(charityId),
    ]);
    // Only now: what belongs to a page that is not public is asked for by nobody.
    const quoted = await this.front.glance(listQuotes, { charityId, takeoverId }, gateway);
    const quotes = (quoted?.quotes ?? []).map(({ words }) => words);
    return entryPage({ charity, brand, shown, from, quotes, origin: this.origin });
  }

  /** Whoever has it may show it again only after asking here whether it is still public. */
  @Get(':takeoverId/pictures/:mediaId')
  @PublicPage(true)
  async picture(
    @Param('slug') slug: string,
    @Param('takeoverId') takeover: string,
    @Param('mediaId') media: string,
    @Req() request: KnownRequest,
    @Res() reply: Reply,
  ): Promise<void> {
    const { charityId } = await this.charityOf(slug);
    const [takeoverId, mediaId] = [TakeoverId.safeParse(takeover), MediaId.safeParse(media)];
    if (!takeoverId.success || !mediaId.success) throw new Refused('notFound');
    const which = { charityId, takeoverId: takeoverId.data, mediaId: mediaId.data };
    const first = await this.front.read(readArchivePicture, which);
    const tag = `"${mediaId.data}"`;
    reply.header('cache-control', 'private, no-cache').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return void (await reply.code(304).send());
    const pieces = [first.piece];
    for (let { next } = first; next !== null; ) {
      const read = await this.front.read(readArchivePicture, { ...which, from: next });
      pieces.push(read.piece);
      next = read.next;
    }
    const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
    await reply.type(first.mimeType).send(bytes);
  }

  private async charityOf(slug: string): Promise<Charity> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    return charity;
  }
}

const notRead = 'That could not be looked for. Please use fewer words, and a year from the list.';
