import { describe, expect, it } from '@jest/globals';
import { neededScopes } from '../x/connect-to-x.js';
import { type ConnectionHealth, decideWarnings, grantEndsAt } from './decide-warnings.js';

const now = new Date('2026-11-28T10:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const health: ConnectionHealth = {
  now,
  state: 'connected',
  scopes: neededScopes,
  grantedAt: daysAgo(1),
  lost: null,
  disconnectedAt: null,
  confirmedByX: false,
  outOfCreditSince: null,
};
const warn = (change: Partial<ConnectionHealth>) =>
  decideWarnings({ ...health, ...change }).map(({ what }) => what);

describe('what is said about a connection', () => {
  it('is nothing while all is well', () => {
    expect(warn({})).toEqual([]);
  });

  it.each([
    [149, []],
    [150, ['grantEndsSoon']],
    [400, ['grantEndsSoon']],
  ])(
    'says that the permission ends from thirty days before: %i days after it was renewed',
    (days, warnings) => {
      expect(warn({ grantedAt: daysAgo(days) })).toEqual(warnings);
    },
  );

  it('names the scopes that are missing', () => {
    const [warning] = decideWarnings({ ...health, scopes: neededScopes.filter((s) => s !== 'media.write') });
    expect(warning).toMatchObject({ what: 'missingScopes', words: expect.stringContaining('media.write') });
  });

  it.each([
    ['renewalRefused', 'does not renew'],
    ['keyRefused', 'refuses'],
    ['directMessages', 'direct messages'],
  ] as const)('says since when and why it must be connected again: %s', (because, words) => {
    const lost = { since: daysAgo(2), because };
    expect(decideWarnings({ ...health, state: 'needsReconnecting', lost })).toEqual([
      {
        what: 'needsReconnecting',
        since: daysAgo(2).toISOString(),
        words: expect.stringContaining(words),
      },
    ]);
  });

  it('asks a person to look on X where X did not confirm that the keys ended', () => {
    const disconnected = { state: 'disconnected', disconnectedAt: now } as const;
    expect(warn(disconnected)).toEqual(['notConfirmedByX']);
    expect(warn({ ...disconnected, confirmedByX: true })).toEqual([]);
    expect(grantEndsAt({ ...health, ...disconnected })).toBeNull();
  });
});
