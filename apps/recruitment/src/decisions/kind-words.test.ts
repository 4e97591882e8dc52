import { DeclineReason, DeclineWords, PutOffReason, PutOffWords } from '@baton/contracts';
import { illnessIn } from '@baton/mail';
import { describe, expect, it } from '@jest/globals';
import { chosenWords, kindWords } from './kind-words.js';

const all = [...kindWords.decline, ...kindWords.putOff];

describe('kind words', () => {
  it('there are for every reason', () => {
    expect(new Set(kindWords.decline.map(({ reason }) => reason))).toEqual(new Set(DeclineReason.options));
    expect(new Set(kindWords.putOff.map(({ reason }) => reason))).toEqual(new Set(PutOffReason.options));
    expect(kindWords.decline.map(({ template }) => template)).toEqual(DeclineWords.options);
    expect(kindWords.putOff.map(({ template }) => template)).toEqual(PutOffWords.options);
  });

  it.each(all)('are read at eleven: short sentences of short words ($template)', ({ words }) => {
    const sentences = words.split(/(?<=[.?!])\s+/).map((sentence) => sentence.split(/\s+/));
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(15);
    const letters = sentences.flat().map((word) => word.replace(/\W/g, '').length);
    expect(letters.reduce((sum, length) => sum + length, 0) / letters.length).toBeLessThan(4.6);
    expect(Math.max(...letters)).toBeLessThanOrEqual(10);
  });

  it.each(all)('name no illness and ask for no reason ($template)', ({ words }) => {
    expect(illnessIn(words)).toBeUndefined();
    expect(words).not.toMatch(/unfortunately|\bwhy\b|unable|reject/i);
  });

  it('give way to a manager’s own', () => {
    expect(chosenWords('decline', { words: 'My own.', template: 'thankYou' })).toBe('My own.');
    expect(chosenWords('decline', { words: '', template: 'thankYou' })).toContain('your trust');
    expect(chosenWords('putOff', { words: '' })).toBe('');
  });
});
