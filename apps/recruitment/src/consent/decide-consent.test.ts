import { describe, expect, it } from '@jest/globals';
import { decideConsent } from './decide-consent.js';

const now = new Date('2026-11-28T10:00:00.000Z');

describe('a consent', () => {
  it('is not there before it is given', () => {
    expect(decideConsent(undefined, now)).toBe('notAsked');
  });

  it('holds until it is withdrawn where nobody said for how long', () => {
    expect(decideConsent({ said: 'yes', until: null }, now)).toBe('given');
    expect(decideConsent({ said: 'no', until: null }, now)).toBe('withdrawn');
  });

  it.each([
    ['2026-11-28T10:00:00.001Z', 'given'],
    ['2026-11-28T10:00:00.000Z', 'lapsed'],
  ])('given until %s, is %s at that day’s ten o’clock', (until, state) => {
    expect(decideConsent({ said: 'yes', until: new Date(until) }, now)).toBe(state);
  });
});
