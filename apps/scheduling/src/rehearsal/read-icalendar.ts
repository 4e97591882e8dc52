import ICAL from 'ical.js';

export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly status: string;
  readonly sequence: number;
  readonly lastModified: string;
  readonly zone: string;
  readonly startsOnClock: string;
  readonly endsOnClock: string;
  /** By the VTIMEZONE in the file, and nothing else. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly alarms: readonly string[];
}

/** Reads an iCalendar object as another program does, with nothing but what stands in it. */
export function readICalendar(text: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map(eventIn);
}

function eventIn(component: ICAL.Component): ReadEvent {
  const event = new ICAL.Event(component);
  const told = (name: string): string => String(component.getFirstPropertyValue(name) ?? '');
  return {
    uid: event.uid,
    summary: event.summary,
    status: told('status'),
    sequence: event.sequence,
    lastModified: told('last-modified'),
    zone: String(component.getFirstProperty('dtstart')?.getParameter('tzid')),
    startsOnClock: event.startDate.toString(),
    endsOnClock: event.endDate.toString(),
    startsAt: event.startDate.toJSDate().toISOString(),
    endsAt: event.endDate.toJSDate().toISOString(),
    alarms: component
      .getAllSubcomponents('valarm')
      .map((alarm) => alarm.getFirstPropertyValue('trigger') as ICAL.Duration)
      .map((before) =>
        new Date(event.startDate.toJSDate().getTime() + before.toSeconds() * 1_000).toISOString(),
      ),
  };
}
