import ICAL from 'ical.js';
import { waitFor } from './wait-for.js';

export interface Entry {
  /** The takeover's id and `@baton`. */
  readonly uid: string;
  readonly summary: string;
  readonly status: string;
  /** As its own VTIMEZONE has it. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Fetches a calendar from its address and reads it as another program does, with nothing but what stands in it. */
export async function subscribedTo(address: string): Promise<Entry[]> {
  const text = await waitFor('the calendar', 30_000, async () => {
    const response = await fetch(address).catch(() => undefined);
    return response?.headers.get('content-type')?.startsWith('text/calendar') ? response.text() : undefined;
  });
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      status: String(component.getFirstPropertyValue('status')),
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
    };
  });
}
