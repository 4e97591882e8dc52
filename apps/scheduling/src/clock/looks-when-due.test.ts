import { describe, expect, it } from '@jest/globals';
import { pauseBefore } from './looks-when-due.js';

describe('the pause before the next look', () => {
  it('ends when the next takeover is due, never before', () => {
    expect(pauseBefore(250)).toBe(250);
    expect(pauseBefore(0.2)).toBe(1);
  });

  it('lasts a second at most, because another replica may book an earlier one', () => {
    expect(pauseBefore(3_600_000)).toBe(1_000);
    expect(pauseBefore(null)).toBe(1_000);
  });

  it('is short while another replica is at what is due', () => {
    expect(pauseBefore(-5)).toBe(20);
  });
});
