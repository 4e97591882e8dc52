import { refuse } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { whatWouldWork } from './what-would-work.js';

const said = (details: unknown) => whatWouldWork(refuse('no', { message: 'No.', details }));

describe('a rule that cannot be one', () => {
  it('is told with the longest window that fits', () => {
    const windows = {
      first: { opensAtWall: '2026-12-04T17:30' },
      second: { opensAtWall: '2026-12-11T17:30' },
    };
    expect(said({ ...windows, longest: { closesAfterDays: 7, closesAtTime: '17:30' } })).toContain(
      'Friday 4 December 2026 at 17:30 would still be open when that of Friday 11 December 2026 at 17:30 opens. The longest that fits closes 7 days later at 17:30.',
    );
  });

  it.each([
    [
      { problem: 'tooShort', nearest: { closesAfterDays: 0, closesAtTime: '17:31' } },
      'the same day at 17:31',
    ],
    [{ earliest: '2016-12-01', latest: '2036-12-01' }, 'between 1 December 2016 and 1 December 2036'],
    [
      { part: 'BYHOUR', problem: 'is below a day', instead: 'opensAtTime' },
      'BYHOUR is below a day. What would work: opensAtTime.',
    ],
    [{ from: '2026-12-01', until: '2028-05-29', opensNextOn: '2030-01-04' }, 'on 4 January 2030'],
  ])('is told with what would work: %j', (details, words) => {
    expect(said(details)).toContain(words);
  });

  it('is told in its own words where there is nothing to add', () => {
    expect(said(undefined)).toBe('No.');
  });
});
