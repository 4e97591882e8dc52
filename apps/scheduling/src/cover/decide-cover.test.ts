import { WhyClosed } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { offerEnds, whyOffered } from './decide-cover.js';

const hour = 3_600_000;
const at = (hours: number) => new Date(Date.UTC(2031, 0, 1) + hours * hour);

describe('how long an offer lasts', () => {
  const lasts = (opensInHours: number, offerMinutes: number, lengthHours = 60) => {
    const question = { now: at(0), opensAt: at(opensInHours), closesAt: at(opensInHours + lengthHours) };
    const ends = offerEnds({ ...question, offerMinutes });
    return ends && (ends.getTime() - at(0).getTime()) / 60_000;
  };

  it.each([
    ['as long as the charity says, where there is time', 300, 1440, 1440],
    ['half a day where it opens in more than a fortnight', 337, 1440, 720],
    ['less than half a day where the charity says so', 1000, 60, 60],
    ['a third of what is left, where there is less', 30, 1440, 600],
    ['a quarter of an hour at least', 0.5, 1440, 15],
    ['a quarter of an hour in the middle of the window', -10, 1440, 15],
    ['a quarter of an hour where the charity says so', 1000, 15, 15],
  ])('%s', (_, opensInHours, offerMinutes, minutes) => {
    expect(lasts(opensInHours, offerMinutes)).toBe(minutes);
  });

  it('is never beyond the end of the slot: then nobody is asked any more', () => {
    expect(lasts(-1, 1440, 1.2)).toBeUndefined();
    expect(lasts(-1, 1440, 1.25)).toBe(15);
  });
});

describe('who is looked for when a takeover closed', () => {
  it('is nobody where it had ended, or where the slot is somebody’s or gone', () => {
    for (const opensInMs of [-hour, 100 * hour])
      expect(WhyClosed.options.filter((because) => !whyOffered(because, opensInMs))).toEqual([
        'over',
        'ended',
        'swapped',
        'rotaMoved',
      ]);
  });

  it('is somebody to hold it in the last three days, in the middle and for the unwell, and else whoever waits', () => {
    expect(whyOffered('unwell', 100 * hour)).toBe('cover');
    for (const because of ['curatorGone', 'cancelledByCurator', 'cancelledByTeam'] as const)
      expect([-hour, 71 * hour, 72 * hour].map((opensIn) => whyOffered(because, opensIn))).toEqual([
        'cover',
        'cover',
        'freed',
      ]);
  });
});
