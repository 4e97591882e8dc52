import { ApplicationState, Turn } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { standingsOf, whoseTurn } from './whose-turn.js';

const quiet = { hasUnread: false, lastWord: null } as const;

describe('whose turn it is', () => {
  it('is the team’s until somebody has looked', () => {
    expect(whoseTurn({ state: 'applied', ...quiet })).toBe('team');
  });

  it('is the person’s once they were asked, and the team’s again once they have answered and it was read', () => {
    expect(whoseTurn({ state: 'screening', hasUnread: false, lastWord: 'team' })).toBe('person');
    expect(whoseTurn({ state: 'screening', hasUnread: false, lastWord: 'person' })).toBe('team');
  });

  it('is the team’s wherever somebody wrote what nobody has read', () => {
    for (const state of ApplicationState.options)
      expect(whoseTurn({ state, hasUnread: true, lastWord: 'person' })).toBe('team');
  });

  it('is nobody’s where everything is said', () => {
    for (const state of ['ready', 'live', 'alumni', 'later', 'declined'] as const)
      expect(whoseTurn({ state, ...quiet })).toBe('nobody');
  });

  it('is one of the three for every standing there is', () => {
    const all = Turn.options.flatMap(standingsOf);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(ApplicationState.options.length * 6);
  });
});
