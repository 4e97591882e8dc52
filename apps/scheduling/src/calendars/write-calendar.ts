import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from './calendar-events.js';
import { timeZoneComponent } from './time-zone-component.js';

export interface Told {
  readonly event: CalendarEvent;
  readonly summary: string;
  readonly description?: string;
  readonly alarms?: readonly { readonly at: Date; readonly words: string }[];
}

export interface Calendar {
  /** What the calendar is called where it is subscribed to. */
  readonly name: string;
  readonly isPrivate: boolean;
  readonly events: readonly Told[];
  readonly now: Date;
}

const dayMs = 86_400_000;
const hourSeconds = 3_600;

/**
 * One iCalendar object (RFC 5545). A takeover keeps its UID for ever; its sequence grows with every change, so a calendar that has it
 * takes the newer one, and one that is off stays as CANCELLED: clients that never delete what they once fetched strike it out.
 */
export function writeCalendar({ name, isPrivate, events, now }: Calendar): string {
  const calendar = ical({
    name,
    prodId: { company: 'Baton', product: 'Rota', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: hourSeconds,
  });
  const span = spanOf(events, now);
  calendar.timezone({ name: null, generator: (zone) => timeZoneComponent(zone, span) });
  for (const { event, summary, description, alarms = [] } of events) {
    const written = calendar.createEvent({
      id: `${event.takeoverId}@baton`,
      sequence: event.revision - 1,
      stamp: event.changedAt,
      lastModified: event.changedAt,
      start: onTheClock(event.opensAt, event.zone),
      end: onTheClock(event.endedAt ?? event.closesAt, event.zone),
      timezone: event.zone,
      summary,
      ...(description && { description }),
      status: event.isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      class: isPrivate ? ICalEventClass.PRIVATE : ICalEventClass.PUBLIC,
    });
    for (const { at, words } of event.isOff ? [] : alarms)
      written.createAlarm({
        type: ICalAlarmType.display,
        trigger: secondsBefore(event, at),
        description: words,
      });
  }
  return calendar.toString();
}

/** Alarms count from the beginning: what is after it is negative. */
const secondsBefore = ({ opensAt }: CalendarEvent, at: Date): number =>
  Math.round((opensAt.getTime() - at.getTime()) / 1_000);

const onTheClock = (at: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

/** Wide enough that no client has to guess at the edges. */
function spanOf(events: readonly Told[], now: Date): { from: Date; to: Date } {
  const opens = events.map(({ event }) => event.opensAt.getTime());
  const closes = events.map(({ event }) => event.closesAt.getTime());
  return {
    from: new Date(Math.min(now.getTime(), ...opens) - 2 * dayMs),
    to: new Date(Math.max(now.getTime(), ...closes) + 400 * dayMs),
  };
}
