import { describe, expect, it } from '@jest/globals';
import { uclaScore } from './scales.js';

const often = 'often' as const;
const never = 'hardlyEverOrNever' as const;

describe('the UCLA three-item score', () => {
  it('runs from 3, least lonely, to 9, most lonely', () => {
    expect(uclaScore({ companionship: never, leftOut: never, isolated: never, direct: null })).toBe(3);
    expect(uclaScore({ companionship: often, leftOut: often, isolated: often, direct: null })).toBe(9);
  });

  it('is not given where an item was skipped', () => {
    expect(uclaScore({ companionship: often, leftOut: null, isolated: often, direct: 'never' })).toBeNull();
  });
});
