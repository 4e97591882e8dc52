import {
  endStandby,
  isRefusal,
  joinWaitlist,
  leaveWaitlist,
  type Operation,
  offerStandby,
  type RequestOf,
} from '@baton/contracts';
import { fieldProblems } from '@baton/messaging';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { sendPage } from '../browser.js';
import { type CuratorCaller, curatorOrWhyNot, keptBecause } from '../curator-calling.js';
import { Front } from '../front.js';
import { html } from '../html.js';
import { keptPage } from '../kept-page.js';
import { page } from '../layout.js';
import { words } from '../sign-in-forms.js';
import { fieldsIn } from '../take-over/form-fields.js';
import { ReadWeekends } from './read-weekends.js';
import { standbyForm, type Typed, waitlistForm } from './waiting-panel.js';
import { weekendsPath } from './weekend-words.js';
import { weekendsPage } from './weekends-page.js';

/** Waiting for a weekend, and standing by for those who cannot. Days that were typed stay, whatever is refused. */
@Controller('curator/weekends')
export class WaitingPages {
  constructor(
    private readonly front: Front,
    private readonly weekends: ReadWeekends,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Post('waitlist')
  @PublicPage(true)
  async join(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const typed = typedIn('waitlist', body);
    const wish = { ...daysIn(typed), ...(typed.weekdays.length > 0 && { weekdays: typed.weekdays }) };
    await this.say(request, reply, { operation: joinWaitlist, wish, typed });
  }

  @Post('waitlist/leave')
  @PublicPage(true)
  async leave(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptPage(`${weekendsPath}/waitlist/leave`, {}, caller));
    await this.front.read(leaveWaitlist, { charityId: caller.charityId }, caller);
    await reply.redirect(`${weekendsPath}#waiting`, 303);
  }

  /** For one weekend, by its button, or for all between two days. */
  @Post('standby')
  @PublicPage(true)
  async standBy(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const typed = typedIn('standby', body);
    const slotId = words(body, 'slotId');
    const wish = slotId ? { slotId } : daysIn(typed);
    await this.say(request, reply, { operation: offerStandby, wish, typed });
  }

  @Post('standby/end')
  @PublicPage(true)
  async standDown(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused)
      return sendPage(reply, keptPage(`${weekendsPath}/standby/end`, {}, caller));
    await this.front.read(endStandby, { charityId: caller.charityId }, caller);
    await reply.redirect(`${weekendsPath}#standby`, 303);
  }

  private async say<O extends Operation>(
    request: KnownRequest,
    reply: Reply,
    { operation, wish, typed }: { operation: O; wish: Wish; typed: Typed },
  ): Promise<void> {
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused) {
      if ('slotId' in wish)
        return sendPage(reply, keptPage(`${weekendsPath}/standby`, { slotId: wish.slotId }, caller));
      return sendPage(reply, alone({ ...typed, problem: keptBecause(caller) }));
    }
    const again = async (problem: string) => this.again(reply, caller, { ...typed, problem });
    const read: z.ZodSafeParseResult<unknown> = operation.input.safeParse({
      ...wish,
      charityId: caller.charityId,
    });
    if (!read.success) {
      const [wrong] = fieldProblems(read.error);
      return again(
        `The ${wrong?.field === 'until' ? 'last' : 'first'} day ${wrong?.problem ?? 'is not right'}.`,
      );
    }
    const result = await this.front.ask(operation, read.data as RequestOf<O>, caller);
    if (isRefusal(result)) return again(result.refusal.message);
    const place = typed.form === 'waitlist' ? 'waiting' : 'standby';
    await reply.redirect(`${weekendsPath}#${place}`, 303);
  }

  private async again(reply: Reply, caller: CuratorCaller, typed: Typed): Promise<void> {
    await sendPage(reply, weekendsPage(await this.weekends.for(caller), { from: 0 }, typed));
  }
}

/** For one weekend by its button, or between two days. */
type Wish = { readonly slotId: string } | { readonly from?: string; readonly until?: string };

const typedIn = (form: Typed['form'], body: unknown): Typed => ({
  form,
  from: words(body, 'from'),
  until: words(body, 'until'),
  weekdays: fieldsIn(body).get('weekdays') ?? [],
});

const daysIn = ({ from, until }: Typed): { from?: string; until?: string } => ({
  ...(from && { from }),
  ...(until && { until }),
});

/** The form by itself, where nothing else can be shown. */
const alone = (typed: Typed): string =>
  page(
    'Not sent yet',
    html`<h1>Not sent yet</h1>${typed.form === 'waitlist' ? waitlistForm(typed, { waitlist: null }) : standbyForm(typed)}
<p><a href="${weekendsPath}">Back to the weekends</a></p>`,
  );
