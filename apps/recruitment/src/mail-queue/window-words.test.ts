import { describe, expect, it } from '@jest/globals';
import { windowWords } from './window-words.js';

const fields = { opensAt: '2027-03-26T17:30:00.000Z', closesAt: '2027-03-29T08:00:00.000Z' };
const context = { penName: 'Robin', publicOrigin: 'https://baton.example', fields } as const;
const charity = { name: 'Shine MS', slug: 'shine-ms', zone: 'Europe/London' };

describe('when a takeover is, in a letter', () => {
  it('is told on the charity’s clock, also over a change of clocks', () => {
    expect(windowWords({ ...context, charity, language: 'en' })).toEqual({
      opensOn: expect.stringMatching(/^Friday,? 26 March 2027$/),
      opensAt: '17:30',
      closesOn: expect.stringMatching(/^Monday,? 29 March 2027$/),
      closesAt: '09:00',
      city: 'London',
    });
  });

  it('is told in the language of the letter', () => {
    expect(windowWords({ ...context, charity, language: 'cy' }).opensOn).toContain('Mawrth 2027');
  });

  it('names the city as people say it', () => {
    const there = { ...charity, zone: 'America/New_York' };
    expect(windowWords({ ...context, charity: there, language: 'en' }).city).toBe('New York');
  });
});
