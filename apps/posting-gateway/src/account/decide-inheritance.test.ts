import { describe, expect, it } from '@jest/globals';
import { decideInheritance } from './decide-inheritance.js';

describe('posts that wait for an account in whose place another is connected', () => {
  it.each([
    [{ mayBeOut: false, answersOnFormer: false }, 'askTeam'],
    [{ mayBeOut: false, answersOnFormer: true }, 'end'],
    [{ mayBeOut: true, answersOnFormer: false }, 'unknown'],
    [{ mayBeOut: true, answersOnFormer: true }, 'unknown'],
  ] as const)('%j: %s', (post, fate) => {
    expect(decideInheritance(post)).toBe(fate);
  });
});
