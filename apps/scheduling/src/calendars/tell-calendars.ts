import type { CuratorId, Reminder } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { zoneOfCharity } from '../charity/zone-of-charity.js';
import { databaseNow } from '../clock/database-now.js';
import { reminderTimes } from '../reminders/reminder-times.js';
import { reminderWishesOf } from '../reminders/reminder-wishes.js';
import { type CalendarEvent, calendarEvents } from './calendar-events.js';
import { type Told, writeCalendar } from './write-calendar.js';

const alarmWords: Readonly<Record<Reminder, string>> = {
  fourteenDays: 'Your weekend is in two weeks',
  twoDays: 'Your weekend is the day after tomorrow',
  oneHour: 'Your weekend begins in an hour',
  opening: 'Your weekend has begun',
  ending: 'Your weekend ends in an hour',
};

/**
 * A curator's own weekends. Somebody else may see their calendar, so it names neither the charity nor what the weekend is for. Alarms
 * come with it where they wish to be reminded that way.
 */
export async function curatorsCalendar(tx: Tx, curatorId: CuratorId): Promise<string> {
  const { channel, reminders, zone } = await reminderWishesOf(tx, curatorId);
  const clock = zone ?? (await zoneOfCharity(tx)) ?? 'UTC';
  const alarmsOf = (event: CalendarEvent) =>
    channel !== 'calendar'
      ? []
      : reminderTimes(event, clock)
          .filter(({ reminder }) => reminders.includes(reminder))
          .map(({ reminder, dueAt }) => ({ at: dueAt, words: alarmWords[reminder] }));
  const events = (await calendarEvents(tx, curatorId)).map(
    (event): Told => ({
      event,
      summary: event.isOff ? 'Off: my weekend' : 'My weekend',
      description: event.isOff
        ? 'This one is off. There is nothing you have to do.'
        : 'It opens and closes by itself. If you are not well, say so on your page: you need no reason.',
      alarms: alarmsOf(event),
    }),
  );
  return writeCalendar({ name: 'My weekends', isPrivate: true, events, now: await databaseNow(tx) });
}

/** Every weekend, for the team: by pen name. */
export async function teamCalendar(tx: Tx): Promise<string> {
  const events = (await calendarEvents(tx)).map(
    (event): Told => ({ event, summary: `${event.isOff ? 'Off: ' : ''}Takeover: ${event.penName}` }),
  );
  return writeCalendar({ name: 'Takeovers', isPrivate: true, events, now: await databaseNow(tx) });
}

/** As far as curators wish to be known. Of one that is off nobody learns whose it was. */
export async function publicCalendar(tx: Tx): Promise<string> {
  const events = (await calendarEvents(tx)).map((event): Told => ({ event, summary: publicWords(event) }));
  return writeCalendar({ name: 'Takeovers', isPrivate: false, events, now: await databaseNow(tx) });
}

function publicWords({ isOff, identityLevel, penName, hasWithdrawn }: CalendarEvent): string {
  if (isOff) return 'Off: takeover';
  return hasWithdrawn || identityLevel === 'anonymous' ? 'Takeover by our curator' : `Takeover by ${penName}`;
}
