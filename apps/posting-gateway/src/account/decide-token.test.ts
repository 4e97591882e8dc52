import { describe, expect, it } from '@jest/globals';
import { decideToken, type TokenSituation } from './decide-token.js';

const now = new Date('2026-11-28T10:00:00.000Z');
const inMs = (ms: number) => new Date(now.getTime() + ms);
const minute = 60_000;
const good: TokenSituation = {
  now,
  state: 'connected',
  grantedAt: now,
  expiresAt: inMs(120 * minute),
  lostBecause: null,
  doubted: false,
  refreshLeasedUntil: null,
};

describe('deciding what to do about an access token', () => {
  it.each<[string, Partial<TokenSituation>, ReturnType<typeof decideToken>]>([
    [
      'in the first half of its life it is used',
      { grantedAt: inMs(-59 * minute), expiresAt: inMs(61 * minute) },
      'use',
    ],
    ['halfway it is renewed', { grantedAt: inMs(-60 * minute), expiresAt: inMs(60 * minute) }, 'refresh'],
    ['five minutes before its end it is renewed, however short', { expiresAt: inMs(5 * minute) }, 'refresh'],
    ['one that is over is renewed', { expiresAt: inMs(-1) }, 'refresh'],
    ['one that X refused is renewed, however long it should last', { doubted: true }, 'refresh'],
    [
      'while another renews it, what is still good is used',
      { expiresAt: inMs(4 * minute), refreshLeasedUntil: inMs(1) },
      'use',
    ],
    [
      'while another renews it, what is nearly over waits',
      { expiresAt: inMs(20_000), refreshLeasedUntil: inMs(1) },
      'wait',
    ],
    ['while another renews it, what X refused waits', { doubted: true, refreshLeasedUntil: inMs(1) }, 'wait'],
    ['a lease that ran out is nobody’s', { expiresAt: inMs(-1), refreshLeasedUntil: inMs(-1) }, 'refresh'],
    ['only a person can connect again', { state: 'needsReconnecting' }, 'waitForPerson'],
    [
      'what X does not renew is used until it ends',
      { state: 'needsReconnecting', lostBecause: 'renewalRefused', expiresAt: inMs(4 * minute) },
      'use',
    ],
    [
      'what X neither renews nor takes is not used',
      { state: 'needsReconnecting', lostBecause: 'renewalRefused', doubted: true },
      'waitForPerson',
    ],
    [
      'what could read direct messages is not used',
      { state: 'needsReconnecting', lostBecause: 'directMessages' },
      'waitForPerson',
    ],
    ['a replaced account is not used', { state: 'replaced' }, 'waitForPerson'],
    ['a connection that was taken back is over', { state: 'disconnected' }, 'notConnected'],
  ])('%s', (_, differently, step) => {
    expect(decideToken({ ...good, ...differently })).toBe(step);
  });
});
