import { describe, expect, it } from '@jest/globals';
import { isAtLeast } from './find-nats-server.js';

describe('versions of nats-server', () => {
  it.each([
    ['2.9.10', false],
    ['2.10.0', true],
    ['2.14.3', true],
    ['3.0.0', true],
    ['1.20.0', false],
  ])('%s is 2.10 or later: %s', (version, expected) => {
    expect(isAtLeast(version, 2, 10)).toBe(expected);
  });
});
