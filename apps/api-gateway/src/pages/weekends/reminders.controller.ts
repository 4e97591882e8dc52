import { isRefusal, setReminderWishes, viewCharity, viewReminderWishes } from '@baton/contracts';
import { fieldProblems } from '@baton/messaging';
import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { WhoIsCalling } from '../../door/who-is-calling.js';
import { sendPage } from '../browser.js';
import { curatorCalling, curatorOrWhyNot, keptBecause } from '../curator-calling.js';
import { Front } from '../front.js';
import { words } from '../sign-in-forms.js';
import { fieldsIn } from '../take-over/form-fields.js';
import { remindersPage, type TypedWishes } from './reminders-page.js';

/** Whose clock somebody goes by, how they are reminded and of what. */
@Controller('curator/reminders')
export class ReminderPages {
  constructor(
    private readonly front: Front,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: KnownRequest, @Query('kept') kept: unknown): Promise<string> {
    const caller = await curatorCalling(this.whoIsCalling, request);
    const { charityId } = caller;
    const [{ zone: charityZone }, { zone, ...wishes }] = await Promise.all([
      this.front.read(viewCharity, { charityId }),
      this.front.read(viewReminderWishes, { charityId }, caller),
    ]);
    return remindersPage({ ...wishes, zone: zone ?? '' }, { charityZone, saved: kept === 'yes' });
  }

  @Post()
  @PublicPage(true)
  async keep(@Req() request: KnownRequest, @Body() body: unknown, @Res() reply: Reply): Promise<void> {
    const typed: TypedWishes = {
      zone: words(body, 'zone').trim(),
      channel: words(body, 'channel'),
      reminders: fieldsIn(body).get('reminders') ?? [],
    };
    const again = (problem: string) => sendPage(reply, remindersPage(typed, { problem }));
    const caller = await curatorOrWhyNot(this.whoIsCalling, request);
    if (caller instanceof Refused) return again(keptBecause(caller));
    const wishes = { ...typed, zone: typed.zone || null, charityId: caller.charityId };
    const read = setReminderWishes.input.safeParse(wishes);
    if (!read.success) {
      const [wrong] = fieldProblems(read.error);
      return again(
        wrong?.field === 'zone' ? `The clock ${wrong.problem}.` : 'Please choose one of the ways.',
      );
    }
    const result = await this.front.ask(setReminderWishes, read.data, caller);
    if (isRefusal(result)) return again(result.refusal.message);
    await reply.redirect('/curator/reminders?kept=yes', 303);
  }
}
