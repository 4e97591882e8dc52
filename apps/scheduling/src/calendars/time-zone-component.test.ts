import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { instantOfWallTime } from '../windows/instant-of-wall-time.js';
import { timeZoneComponent } from './time-zone-component.js';

const span = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2031-12-31T00:00:00Z') };
/** Away from the hours in which clocks change: within those, readers disagree with each other. */
const walls = Array.from({ length: 72 }, (_, month) => {
  const year = 2026 + Math.floor(month / 12);
  return [`${year}-${two((month % 12) + 1)}-05T17:30:00`, `${year}-${two((month % 12) + 1)}-25T09:00:00`];
}).flat();

function two(number: number): string {
  return String(number).padStart(2, '0');
}

describe('a zone as calendars are told of it', () => {
  it('R14: gives every wall time the instant that we derive, in every zone, for six years', () => {
    const wrong: string[] = [];
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const component = new ICAL.Component(ICAL.parse(timeZoneComponent(zone, span)));
      const told = new ICAL.Timezone({ component, tzid: zone });
      for (const wall of walls) {
        const time = ICAL.Time.fromDateTimeString(wall);
        time.zone = told;
        const ours = instantOfWallTime(wall, zone)?.getTime();
        if (time.toJSDate().getTime() !== ours) wrong.push(`${zone} ${wall}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
