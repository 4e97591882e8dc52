import {
  acceptShift,
  giveUpShift,
  isRefusal,
  listAlerts,
  listMembers,
  listOnCall,
  listTakeovers,
  mostNoteCharacters,
  type Operation,
  offerShift,
  planShift,
  type RequestOf,
  type ShiftId,
  takeAlert,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { Front } from '../front.js';
import { keptPage } from '../kept-page.js';
import { words } from '../sign-in-forms.js';
import { isManager, TeamVisit, type Visit } from '../team/team-visit.js';
import { typedIn } from '../team/typed-form.js';
import { MemberNames } from './member-names.js';
import { type Chosen, type OnCallView, onCallPage } from './on-call-page.js';

const shownWindows = 5;
const actions = {
  plan: planShift,
  offer: offerShift,
  accept: acceptShift,
  'give-up': giveUpShift,
  take: takeAlert,
} as const satisfies Readonly<Record<string, Operation>>;

const fields = ['shiftId', 'alertId', 'memberId', 'to', 'note', 'beginsAt', 'endsAt'];

const chosenIn = (body: unknown): Omit<Chosen, 'problem'> => ({
  shiftId: words(body, 'shiftId'),
  memberId: words(body, 'memberId'),
  to: words(body, 'to'),
  note: words(body, 'note'),
});

/** The note is all that somebody types here. */
const unreadable = (error: z.ZodError): string =>
  error.issues.some(({ path }) => path[0] === 'note')
    ? `The note is longer than ${mostNoteCharacters} characters, or has a broken one in it.`
    : 'That could not be read. Please try again with the buttons below.';

/** Who of the team is on call, and what they are called for. */
@Controller('c/:slug/on-call')
export class OnCallPages {
  constructor(
    private readonly front: Front,
    private readonly team: TeamVisit,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: KnownRequest, @Param('slug') slug: string): Promise<string> {
    return onCallPage(await this.viewFor(await this.team.of(request, slug)));
  }

  /** Every button of the page, by the operation it stands for. */
  @Post(':action')
  @PublicPage(true)
  async act(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('action') action: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const operation: Operation | undefined = Object.hasOwn(actions, action)
      ? actions[action as keyof typeof actions]
      : undefined;
    if (!operation) throw new Refused('notFound');
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused) {
      const typed = typedIn(body, fields);
      return sendPage(reply, keptPage(`/c/${slug}/on-call/${action}`, typed, visit));
    }
    const said = Object.fromEntries(
      Object.entries(Object(body)).filter(([, value]) => String(value).trim() !== ''),
    );
    const again = async (problem: string) =>
      sendPage(reply, onCallPage(await this.viewFor(visit), { ...chosenIn(body), problem }));
    const input = { ...said, charityId: visit.charity.charityId };
    const read: z.ZodSafeParseResult<unknown> = operation.input.safeParse(input);
    if (!read.success) return again(unreadable(read.error));
    const result = await this.front.ask(operation, read.data as RequestOf<Operation>, visit.caller);
    if (isRefusal(result)) return again(result.refusal.message);
    await reply.redirect(`/c/${slug}/on-call`, 303);
  }

  private async viewFor({ charity, caller }: Visit): Promise<OnCallView> {
    const { charityId, slug, zone } = charity;
    const [{ shifts }, { alerts }, { members }, { takeovers }] = await Promise.all([
      this.front.read(listOnCall, { charityId }, caller),
      this.front.read(listAlerts, { charityId }, caller),
      this.front.read(listMembers, { charityId }, caller),
      this.front.read(
        listTakeovers,
        { charityId, state: 'live', order: 'soonestFirst', limit: shownWindows },
        caller,
      ),
    ]);
    const windows = takeovers.map(({ opensAt, closesAt }) => ({
      ...{ opensAt, closesAt },
      shiftId: newId<ShiftId>(),
    }));
    return {
      ...{ slug, zone, shifts, alerts, windows },
      now: new Date().toISOString(),
      names: new MemberNames(members),
      isManager: isManager(caller),
    };
  }
}
