import { DraftId, isRefusal, listDrafts, saveDraft } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { sendPage } from './browser.js';
import { type CuratorCaller, curatorCalling, curatorOrWhyNot, keptBecause } from './curator-calling.js';
import { firstPostPage, type TypedPost } from './first-post-pages.js';
import { Front } from './front.js';
import { words } from './sign-in-forms.js';

/** A post that is there when the weekend begins: a draft like any other. What somebody typed stays, whatever is refused. */
@Controller('curator/first-post')
export class CuratorFirstPostPages {
  constructor(
    private readonly front: Front,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: KnownRequest): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    return firstPostPage(await this.keptBy(caller));
  }

  @Post()
  @PublicPage(true)
  async keep(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const typed = typedIn(body);
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, firstPostPage(undefined, typed, keptBecause(caller)));
    const { charityId } = caller;
    const draft = { charityId, draftId: typed.draftId, basedOn: 0, posts: [{ text: typed.text }] };
    const read = saveDraft.input.safeParse(draft);
    const problem = typed.text.trim() === '' ? 'There is nothing in the box yet.' : undefined;
    if (problem || !read.success)
      return sendPage(reply, firstPostPage(await this.keptBy(caller), typed, problem ?? tooLong));
    const result = await this.front.ask(saveDraft, read.data, caller);
    if (!isRefusal(result)) return void (await reply.redirect('/curator', 303));
    await sendPage(reply, firstPostPage(await this.keptBy(caller), typed, result.refusal.message));
  }

  private async keptBy(caller: CuratorCaller) {
    const { charityId } = caller;
    return (await this.front.glance(listDrafts, { charityId, state: 'open' }, caller))?.drafts;
  }
}

const tooLong = 'This is far too long for a post, or has a broken character in it. Please make it shorter.';

const typedIn = (body: unknown): TypedPost => ({
  draftId: DraftId.safeParse(words(body, 'draftId')).data ?? newId<DraftId>(),
  text: words(body, 'text').replace(/\r\n?/g, '\n'),
});
