import { describe, expect, it } from '@jest/globals';
import { PenName, TypedPenName } from './words.js';

describe('a name to go by, as it is typed', () => {
  it.each([
    'Robin',
    'Wobbly MSer',
    '你好',
    'J. R. Robin',
    'Ms. Marvel',
    'Zoë-May O’Hara',
    '🧑‍🦽 Sam',
    'A.B.',
  ])('can be %s', (name) => {
    expect(TypedPenName.parse(` ${name} `)).toBe(name);
  });

  it.each([
    ['Robin\nWire money', 'one line'],
    ['Robin\u2028Wire', 'one line'],
    ['Robin\u202Eelpmaxe', 'one line'],
    ['See evil.example', 'web or mail address'],
    ['evil。example', 'web or mail address'],
    ['https://x', 'web or mail address'],
    ['me@evil', 'web or mail address'],
  ])('cannot be %j, and is told what to do', (name, problem) => {
    const read = TypedPenName.safeParse(name);
    expect(read.error?.issues.map(({ message }) => message).join()).toMatch(problem);
    expect(read.error?.issues.map(({ message }) => message).join()).toMatch(/please/);
  });

  it('is read as it was kept before that was asked for', () => {
    expect(PenName.parse('evil.example\nRobin')).toBe('evil.example\nRobin');
  });
});
