import {
  clearRehearsal,
  isRefusal,
  listMedia,
  listRehearsal,
  MadeUpMessageName,
  MediaId,
  type OutputOf,
  parkRehearsalMessage,
  readPicture,
  rehearsePosts,
  SignpostingResource,
  viewCharity,
  withdrawRehearsalPost,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { sendPage } from './browser.js';
import {
  type CuratorCaller,
  curatorCalling,
  curatorOrWhyNot,
  keptBecause,
  refusedAsValue,
} from './curator-calling.js';
import { Front } from './front.js';
import { HandOverPracticePicture } from './hand-over-practice-picture.js';
import {
  emptyForm,
  type RehearsalForm,
  type RehearsalProblem,
  readRehearsalForm,
  wishOf,
  withAnotherBox,
  withNewIds,
} from './rehearsal-form.js';
import { keptRehearsalPage, rehearsalPage } from './rehearsal-page.js';

type Shown = { problem?: RehearsalProblem; help?: readonly SignpostingResource[] };

const htmlType = 'text/html; charset=utf-8';
const here = '/curator/rehearsal';
const notTaken =
  'This cannot go out as it is. On your timeline stands what was found. Change it and try again.';
const help = SignpostingResource.array().catch([]);

/** Where a curator tries posting. Every page and button is an operation of the rehearsal, and of nothing else. */
@Controller('curator/rehearsal')
export class RehearsalPages {
  constructor(
    private readonly front: Front,
    private readonly requests: Requests,
    private readonly whoIsCalling: WhoIsCalling,
    private readonly pictures: HandOverPracticePicture,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async show(@Req() request: KnownRequest, @Query('answers') answers: unknown): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const message = MadeUpMessageName.safeParse(answers);
    return this.page(caller, { ...emptyForm(), answers: message.success ? message.data : undefined });
  }

  @Post()
  @HttpCode(200)
  @PublicPage(true)
  async try(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const form = readRehearsalForm(body);
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptRehearsalPage(form, { at: 'text', words: keptBecause(caller) }));
    if (form.press === 'another') {
      await reply.type(htmlType).send(await this.pageOrWords(caller, withAnotherBox(form)));
      return;
    }
    const shown = await this.hand(caller, form);
    if (!shown) {
      await reply.redirect(here, 303);
      return;
    }
    await sendPage(reply, await this.pageOrWords(caller, withNewIds(form), shown));
  }

  @Post('undo')
  @PublicPage(true)
  async undo(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const { postId } = Object(body);
    await this.front.read(withdrawRehearsalPost, { charityId: caller.charityId, postId }, caller);
    await reply.redirect(here, 303);
  }

  @Post('park')
  @PublicPage(true)
  async park(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const { message, parked } = Object(body);
    const wish = { charityId: caller.charityId, message, parked: parked === 'yes' };
    await this.front.read(parkRehearsalMessage, wish, caller);
    await reply.redirect(here, 303);
  }

  @Post('clear')
  @PublicPage(true)
  async clear(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    await this.front.read(clearRehearsal, { charityId: caller.charityId }, caller);
    await reply.redirect(here, 303);
  }

  /** One of the curator's own pictures, as it would appear. */
  @Get('pictures/:mediaId')
  @PublicPage(true)
  async picture(
    @Req() request: KnownRequest,
    @Param('mediaId') id: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const mediaId = MediaId.safeParse(id);
    if (!mediaId.success) throw new Refused('notFound');
    const pieces: Buffer[] = [];
    let from: number | null = 0;
    while (from !== null) {
      const which = { charityId: caller.charityId, mediaId: mediaId.data, from };
      const read: OutputOf<typeof readPicture> = await this.front.read(readPicture, which, caller);
      pieces.push(Buffer.from(read.piece, 'base64'));
      reply.type(read.mimeType);
      from = read.next;
    }
    await reply.send(Buffer.concat(pieces));
  }

  /** Tries it; answers what to show where it was not taken, and nothing where it was. */
  private async hand(caller: CuratorCaller, form: RehearsalForm): Promise<Shown | undefined> {
    const isEmpty = form.boxes.every(({ text }) => text.trim() === '');
    if (isEmpty && !form.picture) return { problem: { at: 'text', words: 'Please write something first.' } };
    const wish = rehearsePosts.input.safeParse(wishOf(form, caller.charityId));
    if (!wish.success) return { problem: problemOf(wish.error.issues[0]) };
    const refusedPicture = form.picture && (await this.pictures.handOver(caller, form));
    if (refusedPicture) return { problem: { at: 'picture', words: refusedPicture } };
    const answer = await this.requests.call(rehearsePosts, wish.data, { caller });
    if (isRefusal(answer)) {
      const { message, details } = answer.refusal;
      return { problem: { at: 'text', words: message }, help: help.parse(Object(details).signposting) };
    }
    const isTaken = answer.value.posts.every(({ status }) => status.state !== 'blocked');
    return isTaken ? undefined : { problem: { at: 'text', words: notTaken } };
  }

  /** Where the rest of the page cannot be shown, the words alone. */
  private pageOrWords(caller: CuratorCaller, form: RehearsalForm, shown: Shown = {}): Promise<string> {
    return this.page(caller, form, shown).catch((error: unknown) => {
      const refused = refusedAsValue(error);
      return keptRehearsalPage(
        form,
        shown.problem ?? { at: 'text', words: keptBecause(refused) },
        shown.help,
      );
    });
  }

  private async page(
    caller: CuratorCaller,
    form: RehearsalForm,
    { problem, help }: Shown = {},
  ): Promise<string> {
    const { charityId } = caller;
    const [{ zone }, rehearsal, { pictures }] = await Promise.all([
      this.front.read(viewCharity, { charityId }),
      this.front.read(listRehearsal, { charityId }, caller),
      this.front.read(listMedia, { charityId }, caller),
    ]);
    const descriptions = new Map(pictures.map(({ mediaId, altText }) => [mediaId, altText]));
    return rehearsalPage({
      ...{ zone, rehearsal, descriptions, form, problem },
      ...(help && help.length > 0 ? { help } : {}),
    });
  }
}

/** Words for a form that the contract does not accept; of a thread only its length and its poll can be so. */
function problemOf(issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined) {
  const isPoll = issue?.path.includes('poll');
  const what = isPoll ? (issue?.path.includes('options') ? 'The choices' : 'The poll') : 'This';
  return { at: isPoll ? 'poll' : 'text', words: `${what} ${issue?.message ?? 'cannot be read'}.` } as const;
}
