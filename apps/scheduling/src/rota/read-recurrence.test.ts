import { describe, expect, it } from '@jest/globals';
import { readRecurrence } from './read-recurrence.js';

const problemOf = (text: string) => {
  const read = readRecurrence(text);
  return 'problem' in read ? read.problem : undefined;
};

describe('a recurrence', () => {
  it('is kept in one way, however it is written', () => {
    expect(readRecurrence(' rrule:byday=fr,sa;interval=2;freq=weekly;wkst=mo ')).toEqual({
      recurrence: 'FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=FR,SA',
    });
  });

  it.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=FR',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYMONTHDAY=1,15,-1',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=2SA',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=FR',
    'FREQ=YEARLY;BYYEARDAY=-1',
    'FREQ=WEEKLY;UNTIL=20280229',
    'FREQ=DAILY;COUNT=1000',
  ])('may be %s', (text) => {
    expect(problemOf(text)).toBeUndefined();
  });

  it.each([
    ['FREQ=HOURLY', 'FREQ'],
    ['FREQ=SECONDLY;COUNT=1000000', 'FREQ'],
    ['BYDAY=FR', 'FREQ'],
    ['', ''],
    ['FREQ=DAILY;BYHOUR=9', 'BYHOUR'],
    ['FREQ=DAILY;BYSECOND=1', 'BYSECOND'],
    ['FREQ=DAILY;COUNT=1000000', 'COUNT'],
    ['FREQ=DAILY;COUNT=0', 'COUNT'],
    ['FREQ=DAILY;COUNT=-1', 'COUNT'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20280101', 'COUNT'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL'],
    ['FREQ=DAILY;INTERVAL=99999999999999999999', 'INTERVAL'],
    ['FREQ=WEEKLY;UNTIL=20270230', 'UNTIL'],
    ['FREQ=WEEKLY;UNTIL=20271231T235959Z', 'UNTIL'],
    ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY'],
    ['FREQ=WEEKLY;BYDAY=1FR', 'BYDAY'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY'],
    ['FREQ=MONTHLY;BYMONTH=13', 'BYMONTH'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'BYMONTHDAY'],
    ['FREQ=MONTHLY;BYWEEKNO=3', 'BYWEEKNO'],
    ['FREQ=YEARLY;BYWEEKNO=1;BYYEARDAY=366', 'BYWEEKNO'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'FREQ'],
    ['FREQ=DAILY;CONSTRUCTOR=1', 'CONSTRUCTOR'],
    ['FREQ=DAILY;__PROTO__=1', '__PROTO__'],
    ['FREQ=DAILY\nDTSTART:20200101', 'FREQ'],
    ['FREQ=DAILY;RSCALE=HEBREW', 'RSCALE'],
  ])('is not %s, and says what would work instead', (text, part) => {
    const problem = problemOf(text);
    expect(problem?.part).toBe(part);
    expect(problem?.instead).not.toBe('');
  });
});
