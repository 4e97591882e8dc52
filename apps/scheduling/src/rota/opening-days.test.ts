import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { cpuMs } from '../rehearsal/cpu-ms.js';
import { openingDays } from './opening-days.js';
import { readRecurrence } from './read-recurrence.js';

const from = '2026-12-01';
const until = '2028-05-30';
const days = (recurrence: string, startsOn = from) => openingDays({ recurrence, startsOn }, from, until);

describe('the days on which a rota opens', () => {
  it('are every second week counted from the first day, where the week begins on that weekday', () => {
    expect(days('FREQ=WEEKLY;INTERVAL=2;WKST=SA;BYDAY=FR', '2026-12-05').slice(0, 3)).toEqual([
      '2026-12-11',
      '2026-12-25',
      '2027-01-08',
    ]);
  });

  it('are the last Friday of each month, the last working day, the day that only some months have', () => {
    expect(days('FREQ=MONTHLY;BYDAY=-1FR').slice(0, 3)).toEqual(['2026-12-25', '2027-01-29', '2027-02-26']);
    expect(days('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1').slice(0, 2)).toEqual([
      '2026-12-31',
      '2027-01-29',
    ]);
    expect(days('FREQ=MONTHLY;BYMONTHDAY=31').slice(0, 3)).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-03-31',
    ]);
    expect(days('FREQ=YEARLY', '2024-02-29')).toEqual(['2028-02-29']);
  });

  it('end with the last of a COUNT, or on the day of UNTIL', () => {
    expect(days('FREQ=WEEKLY;COUNT=3;BYDAY=FR', '2026-11-20')).toEqual(['2026-12-04']);
    expect(days('FREQ=DAILY;UNTIL=20261203')).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
  });

  it('are those that a calendar searched day by day would find', () => {
    const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    const some = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 });
    const months = Array.from({ length: 12 }, (_, month) => month + 1);
    const monthDays = Array.from({ length: 31 }, (_, day) => day + 1);
    const everyDay = searched(from, until);
    fc.assert(
      fc.property(some(codes), some(months), some(monthDays), (byDay, byMonth, byMonthDay) => {
        const text = `FREQ=DAILY;BYDAY=${byDay};BYMONTH=${byMonth};BYMONTHDAY=${byMonthDay}`;
        const read = readRecurrence(text);
        if ('problem' in read) throw new Error(text);
        const found = everyDay
          .filter((day) => byDay.includes(codes[day.dayOfWeek - 1] ?? ''))
          .filter((day) => byMonth.includes(day.month) && byMonthDay.includes(day.day));
        expect(days(read.recurrence)).toEqual(found.map(String));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    'FREQ=DAILY;COUNT=1000;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;COUNT=1000;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;INTERVAL=1000;BYYEARDAY=366',
    'FREQ=MONTHLY;INTERVAL=1000;BYMONTHDAY=31;BYMONTH=2,4,6',
    'FREQ=YEARLY;BYWEEKNO=53,-53;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366,-366',
    'FREQ=DAILY;INTERVAL=1000',
    'FREQ=WEEKLY;BYDAY=FR;BYSETPOS=7',
  ])('are found within a moment, also where there are none: %s', (recurrence) => {
    expect(cpuMs(() => days(recurrence, '2016-12-02'))).toBeLessThan(500);
  });
});

function searched(first: string, last: string): Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = [];
  for (
    let day = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    found.push(day);
  return found;
}
