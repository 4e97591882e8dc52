import { describe, expect, it } from '@jest/globals';
import { readArguments } from './read-arguments.js';

const hash = 'a'.repeat(64);

describe('what npm run audit:verify takes', () => {
  it('is nothing at all, for every chain', () => {
    expect(readArguments([])).toEqual({ charity: undefined, file: undefined, anchors: [] });
  });

  it('is a charity, or a file, with any number of anchors', () => {
    const anchored = ['--anchor', `3:${hash}`, '--anchor', `12:${hash}`];
    const anchors = [
      { number: 3, hash },
      { number: 12, hash },
    ];
    expect(readArguments(['--charity', 'red', ...anchored])).toMatchObject({ charity: 'red', anchors });
    expect(readArguments(['--file', 'audit.jsonl', ...anchored])).toMatchObject({
      file: 'audit.jsonl',
      anchors,
    });
  });

  it.each([
    [['--charitee', 'red']],
    [['red']],
    [['--charity', 'red', '--anchor', '3']],
    [['--charity', 'red', '--anchor', '3:abc']],
    [['--charity', 'red', '--anchor', `three:${hash}`]],
    [['--charity', 'red', '--anchor', `3:${hash}:4`]],
    [['--anchor', `3:${hash}`]],
  ])('is not %j, and it says what is', (args) => {
    expect(readArguments(args)).toEqual({ problem: expect.stringContaining('--file <export>') });
  });
});
