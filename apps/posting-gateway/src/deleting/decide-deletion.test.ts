import type { PostState } from '@baton/contracts';
import { isRefusal } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { decideDeletion } from './decide-deletion.js';

const decide = (state: PostState['state'], by: 'author' | 'stranger' | 'team') => {
  const result = decideDeletion({ state, asksForTheTeam: by === 'team', isOwn: by === 'author' });
  return isRefusal(result) ? result.refusal.code : result.value;
};

describe('whether a post is deleted on X', () => {
  it.each([
    ['published', 'author', 'ask'],
    ['published', 'team', 'ask'],
    ['published', 'stranger', 'notYours'],
    ['deleted', 'author', 'nothing'],
    ['queued', 'author', 'notOutYet'],
    ['held', 'team', 'notOutYet'],
    ['attempting', 'team', 'notOutYet'],
    ['unknown', 'team', 'notOut'],
    ['rejected', 'author', 'notOut'],
    ['withdrawn', 'author', 'notOut'],
  ] as const)('%s, asked by the %s: %s', (state, by, expected) => {
    expect(decide(state, by)).toBe(expected);
  });
});
