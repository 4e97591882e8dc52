import {
  giveConsent,
  isRefusal,
  leaveArchive,
  reviewArchive,
  reviewArchiveEntry,
  viewCharity,
  viewConsents,
  withdrawConsent,
} from '@baton/contracts';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { sendPage } from '../browser.js';
import { type CuratorCaller, curatorCalling } from '../curator-calling.js';
import { curatorPlaces } from '../curator-places.js';
import { asPage, Front } from '../front.js';
import { html } from '../html.js';
import { page } from '../layout.js';
import { words } from '../sign-in-forms.js';
import { curatorArchivePage, notGoneYetPage } from './curator-archive-page.js';
import { KeepOut } from './keep-out.js';
import { type Reviewer, reviewedEntry } from './review-pages.js';

const htmlType = 'text/html; charset=utf-8';
const home = '/curator/archive';
const changed =
  'There is a newer version of this text. Nothing was agreed to. Please read it, and say yes to that.';

/** Whether a curator’s weekends stay on the public page, and what of them. */
@Controller('curator/archive')
export class CuratorArchivePages {
  constructor(
    private readonly front: Front,
    private readonly whoIsCalling: WhoIsCalling,
    private readonly keepOut: KeepOut,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async show(@Req() request: KnownRequest): Promise<string> {
    return this.pageFor(await curatorCalling(this.whoIsCalling, request));
  }

  @Post('yes')
  @PublicPage(true)
  async yes(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const version = Number(words(body, 'version'));
    const said = { charityId: caller.charityId, channel: 'archive', hash: words(body, 'hash') } as const;
    const result = await this.front.ask(
      giveConsent,
      { ...said, version: Number.isSafeInteger(version) && version > 0 ? version : 1 },
      caller,
    );
    if (!isRefusal(result)) return void (await reply.redirect(home, 303));
    if (result.refusal.code !== 'consentChanged') throw asPage(result);
    await sendPage(reply, await this.pageFor(caller, changed));
  }

  @Post('no')
  @PublicPage(true)
  async no(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const said = { charityId: caller.charityId, channel: 'archive', pastPosts: 'keep' } as const;
    await this.front.read(withdrawConsent, said, caller);
    if (isRefusal(await this.front.ask(leaveArchive, { charityId: caller.charityId }, caller)))
      return void (await reply.status(202).type(htmlType).send(notGoneYetPage()));
    await reply.redirect(home, 303);
  }

  @Get(':takeoverId')
  @PublicPage(true)
  @Header('content-type', htmlType)
  async entry(
    @Req() request: KnownRequest,
    @Param('takeoverId') takeoverId: string,
    @Query('from') from: unknown,
  ): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const read = reviewArchiveEntry.input.safeParse({
      charityId: caller.charityId,
      takeoverId,
      from: from ?? 0,
    });
    if (!read.success) throw new Refused('notFound');
    const found = await this.front.read(reviewArchiveEntry, read.data, caller);
    return page(
      'Your weekend in the archive',
      html`${reviewedEntry(found, await this.reviewer(caller))}
<p><a href="${home}">Back to the archive</a></p>
${curatorPlaces()}`,
    );
  }

  @Post(':takeoverId/:action')
  @PublicPage(true)
  async act(
    @Req() request: KnownRequest,
    @Param() { takeoverId, action }: { takeoverId: string; action: string },
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const { charityId } = caller;
    const problem = await this.keepOut.act({ charityId, takeoverId, action, body }, caller);
    if (problem) throw new Refused('badInput', problem);
    const postId = words(body, 'postId');
    await reply.redirect(`${home}/${takeoverId}${postId ? `#p-${postId}` : ''}`, 303);
  }

  private async pageFor(caller: CuratorCaller, problem?: string): Promise<string> {
    const { charityId } = caller;
    const [{ consents }, entries, who] = await Promise.all([
      this.front.read(viewConsents, { charityId }, caller),
      this.front.read(reviewArchive, { charityId }, caller),
      this.reviewer(caller),
    ]);
    const consent = consents.find(({ channel }) => channel === 'archive');
    if (!consent) throw new Refused('notFound');
    return curatorArchivePage({ consent, entries, who, problem });
  }

  private async reviewer({ charityId }: CuratorCaller): Promise<Reviewer> {
    const { slug, zone } = await this.front.read(viewCharity, { charityId });
    return { isTeam: false, path: home, slug, zone };
  }
}
