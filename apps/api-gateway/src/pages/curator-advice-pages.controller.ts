import {
  AdvicePageId,
  AdvicePictureId,
  isRefusal,
  markAdviceRead,
  viewAdvice,
  viewAdvicePicture,
} from '@baton/contracts';
import { Body, Controller, Get, Header, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { advicePackPage, advicePage, advicePath } from './advice-pages.js';
import { sendPage } from './browser.js';
import { curatorCalling } from './curator-calling.js';
import { asPage, Front } from './front.js';
import { words } from './sign-in-forms.js';

const htmlType = 'text/html; charset=utf-8';
const overview = '/curator/advice';

/** The advice pack, one page at a time. Opening a page changes nothing; the button below it notes that it was read. */
@Controller('curator/advice')
export class CuratorAdvicePages {
  constructor(
    private readonly front: Front,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async all(@Req() request: KnownRequest): Promise<string> {
    return advicePackPage((await this.pack(request)).pages);
  }

  @Get(':number')
  @PublicPage(true)
  async one(
    @Req() request: KnownRequest,
    @Param('number') number: string,
    @Res() reply: Reply,
  ): Promise<void> {
    if (!/^\d{1,3}$/.test(number)) throw new Refused('notFound');
    const { pages } = await this.pack(request);
    const index = Number(number) - 1;
    const shown = pages[index];
    if (!shown) return void (await reply.redirect(overview, 303));
    await reply.type(htmlType).send(advicePage(pages, index, shown));
  }

  @Post(':number')
  @PublicPage(true)
  async read(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const { charityId } = caller;
    const pageId = AdvicePageId.safeParse(words(body, 'pageId'));
    if (!pageId.success) throw new Refused('notFound');
    const noted = await this.front.ask(markAdviceRead, { charityId, pageId: pageId.data }, caller);
    if (isRefusal(noted) && noted.refusal.code !== 'notFound') throw asPage(noted);
    const { pages } = await this.front.read(viewAdvice, { charityId }, caller);
    const gone = 'This page has been taken away meanwhile. Here is the advice as it is now.';
    if (isRefusal(noted)) return sendPage(reply, advicePackPage(pages, gone));
    const after = pages.findIndex((page) => page.pageId === pageId.data) + 1;
    const next = pages.findIndex(({ readAt }, index) => index >= after && readAt === null);
    await reply.redirect(next < 0 ? overview : advicePath(next), 303);
  }

  /** Once a picture is there its bytes never change; the browser keeps it for an hour, and nobody in between does. */
  @Get('pictures/:pictureId')
  @PublicPage(true)
  @Header('cache-control', 'private, max-age=3600')
  async picture(@Req() request: KnownRequest, @Param('pictureId') id: string): Promise<StreamableFile> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const pictureId = AdvicePictureId.safeParse(id);
    if (!pictureId.success) throw new Refused('notFound');
    const asked = { charityId: caller.charityId, pictureId: pictureId.data };
    const { bytes, mimeType } = await this.front.read(viewAdvicePicture, asked, caller);
    return new StreamableFile(Buffer.from(bytes, 'base64'), { type: mimeType });
  }

  private async pack(request: KnownRequest) {
    const caller = await curatorCalling(this.whoIsCalling, request);
    return this.front.read(viewAdvice, { charityId: caller.charityId }, caller);
  }
}
