import { describe, expect, it } from '@jest/globals';
import type { CheckSettings } from '../check.js';
import { checkDraft } from '../check-draft.js';
import { everythingAllowed } from '../everything-allowed.js';
import { measure, needlessShare, recall, report, samplesOf } from '../measuring/measure.js';
import { retold } from '../measuring/retold.js';
import { stops } from '../measuring/stops.js';

const look = (text: string, policy: Partial<CheckSettings['policy']>) =>
  checkDraft(
    { text, pictures: [], poll: [] },
    { policy: { ...everythingAllowed, ...policy }, country: 'GB' },
  );

describe('swearing', () => {
  const samples = samplesOf('profanity');
  it.each([
    ['as it was written', samples],
    ['told in another way each', retold(samples)],
  ])('is found, and Scunthorpe is left alone, %s', (_, set) => {
    const measured = measure(stops('profanity'), set);
    process.stdout.write(`${report('profanity', measured)}\n`);
    expect(recall(measured)).toBeGreaterThanOrEqual(0.95);
    expect(needlessShare(measured)).toBeLessThanOrEqual(0.05);
  });

  it.each([
    ['bloody stairs', 'low'],
    ['fuck MS', 'medium'],
    ['you retard', 'high'],
  ] as const)('%j is graded %s', (text, severity) => {
    expect(look(text, { profanity: 'warn' })).toMatchObject([
      { check: 'profanity', verdict: 'warn', severity },
    ]);
  });

  it('is welcome at one charity and not at another', () => {
    expect(look('fuck MS', {})).toEqual([]);
    expect(look('fuck MS', { profanity: 'block' })).toMatchObject([{ verdict: 'block' }]);
  });
});

describe('shouting', () => {
  const shouts = (text: string) => look(text, { shouting: 'warn' }).length > 0;
  it.each([
    'I HAVE HAD ENOUGH OF THESE STAIRS',
    'Why is there no ramp????',
    'Noooooooooo not again',
    'fix the lift now, fix the lift now, fix the lift now',
  ])('is noticed in %j', (text) => {
    expect(shouts(text)).toBe(true);
  });
  it.each([
    'MS, NHS, MRI, PIP: letters of my life',
    'Good morning!!!',
    'aaaand relax',
    'HELLO all',
    'no no no',
  ])('leaves %j alone', (text) => {
    expect(shouts(text)).toBe(false);
  });
});

describe('the charity’s own list', () => {
  const watched = (text: string) =>
    look(text, { watchedWords: 'hold', wordsToWatch: ['snake oil', 'Café Noir', 'c++'] });
  it.each([
    'Snake   OIL for sale',
    'that cafe noir again',
    'ｓｎａｋｅ ｏｉｌ',
    'sn\u200bake oil',
    'I write C++ at night',
  ])('is found in %j', (text) => {
    expect(watched(text)).toMatchObject([{ check: 'watchedWords', verdict: 'hold' }]);
  });
  it.each(['snake in the oil', 'rattlesnake oils', 'cafe noire', 'C is a letter'])(
    'leaves %j alone',
    (text) => {
      expect(watched(text)).toEqual([]);
    },
  );
  it.each([
    ['Covid-19', 'no covid-19 here, thank you'],
    ['and/or', 'one and/or the other'],
    ['$10 [sic] (a|b)', 'it was $10 [sic] (a|b)'],
  ])('may have any signs in it: %s', (word, text) => {
    expect(look(text, { watchedWords: 'hold', wordsToWatch: [word] })).toMatchObject([
      { check: 'watchedWords' },
    ]);
    expect(look('good morning', { watchedWords: 'hold', wordsToWatch: [word] })).toEqual([]);
  });
  it('is nothing where it is empty', () => {
    expect(look('snake oil', { watchedWords: 'block', wordsToWatch: [] })).toEqual([]);
  });
});
