import { describe, expect, it } from '@jest/globals';
import { decideRetry } from './decide-retry.js';

describe('trying a mail again', () => {
  it.each([
    [1, 2],
    [2, 4],
    [10, 1024],
    [14, 14_400],
    [23, 14_400],
  ])('waits after failure %i for %i seconds', (failures, inSeconds) => {
    expect(decideRetry(failures)).toEqual({ again: true, inSeconds });
  });

  it('is left to a person after 24 failures, two days on', () => {
    expect(decideRetry(24)).toEqual({ again: false });
    const waited = Array.from({ length: 23 }, (_, at) => decideRetry(at + 1));
    const seconds = waited.reduce((sum, retry) => sum + (retry.again ? retry.inSeconds : 0), 0);
    expect(seconds / 3600).toBeGreaterThan(40);
    expect(seconds / 3600).toBeLessThan(50);
  });
});
