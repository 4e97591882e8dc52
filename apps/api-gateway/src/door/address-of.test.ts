import { describe, expect, it } from '@jest/globals';
import { addressOf, networkOf } from './address-of.js';

describe('about where a caller is', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001::/48'],
    ['2001:DB8::7', '2001:0db8:0000::/48'],
    ['::1', '0000:0000:0000::/48'],
    ['fe80::1%eth0', 'fe80:0000:0000::/48'],
    ['somewhere', undefined],
    ['', undefined],
  ])('%s is in %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is what our proxy says where there is one, and nothing a caller says', () => {
    const request = { ip: '10.0.0.1', headers: { 'x-forwarded-for': '1.2.3.4, 203.0.113.9' } };
    expect(addressOf(request, true)).toBe('203.0.113.9');
    expect(addressOf(request, false)).toBe('10.0.0.1');
    expect(addressOf({ ip: '10.0.0.1', headers: {} }, true)).toBe('10.0.0.1');
  });
});
