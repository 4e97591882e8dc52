import { describe, expect, it } from '@jest/globals';
import { decideFates } from './decide-fates.js';

const opened = (eventId: string, revision: number) => ({ eventId, line: 'takeover/opened', revision });
const closed = (eventId: string, revision: number) => ({ eventId, line: 'takeover/closed', revision });
const fates = (arrivals: ReturnType<typeof opened>[], fresh: string[], highest: [string, number][] = []) =>
  decideFates(arrivals, new Set(fresh), new Map(highest)).fates;

describe('what becomes of a fact that has arrived', () => {
  it('applies what is new', () => {
    expect(fates([opened('a', 1), opened('b', 2)], ['a', 'b'])).toEqual(['apply', 'apply']);
  });

  it('does not apply a second time what the inbox knows', () => {
    expect(fates([opened('a', 1)], [])).toEqual(['duplicate']);
  });

  it('applies a fact once that is twice in one batch', () => {
    expect(fates([opened('a', 1), opened('a', 1)], ['a'])).toEqual(['apply', 'duplicate']);
  });

  it('leaves out a fact that a later one of its kind has overtaken', () => {
    expect(fates([opened('a', 1)], ['a'], [['takeover/opened', 2]])).toEqual(['stale']);
    expect(fates([opened('b', 2), opened('a', 1)], ['a', 'b'])).toEqual(['apply', 'stale']);
  });

  it('applies an earlier fact of another kind: it says something else', () => {
    expect(fates([closed('b', 2), opened('a', 1)], ['a', 'b'])).toEqual(['apply', 'apply']);
  });

  it('remembers the highest revision of each kind', () => {
    const { raised } = decideFates([opened('a', 1), opened('b', 3)], new Set(['a', 'b']), new Map());
    expect([...raised]).toEqual([['takeover/opened', 3]]);
  });
});
