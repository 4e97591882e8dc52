import { CheckRules } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CheckSettings } from './check.js';
import { checkDraft } from './check-draft.js';
import { everythingAllowed } from './everything-allowed.js';
import { knownOnlyByPrints } from './measuring/synthetic-people.js';

const self = knownOnlyByPrints({
  ...{ name: 'Robin Müller-O’Hara', email: 'robin@example.org', phone: '07700 900123' },
  ...{ penName: 'Kim', level: 'anonymous' },
});
const strict: CheckSettings['policy'] = {
  ...everythingAllowed,
  ...Object.fromEntries(CheckRules.keyof().options.map((rule) => [rule, 'hold'])),
  wordsToWatch: ['robin', 'c++'],
};

/** Anything at all: halves of characters, every Unicode trick, and pieces the checks look for, cut anywhere. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'robin',
        '@',
        'example.org',
        '07700 900123',
        'ﬃ',
        '\u200b',
        '𝐫𝐨𝐛𝐢𝐧',
        '\u0301',
        ' at ',
        '.',
        'Müller',
        'O’',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('whatever somebody types', () => {
  it('is looked at without a fault, and every finding is about a place that is there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const findings = checkDraft(
          { text, pictures: [], poll: [] },
          { policy: strict, country: 'GB', self },
        );
        for (const { span } of findings) {
          if (!span) continue;
          expect(span.from).toBeGreaterThanOrEqual(0);
          expect(span.to).toBeGreaterThan(span.from);
          expect(span.to).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a word', 'word '],
    ['what a phrase begins with', 'i want to '],
    ['what advice begins with', 'you should take all of your '],
    ['a crisis all over', 'I want to die. '],
    ['digits', '0 7 9 1 1 '],
    ['letters apart', 'r o b i n . '],
    ['signs', '@.-_@'],
    ['towers of marks', 'a\u0301\u0302\u0303'],
    ['two alphabets', 'rоbin '],
    ['capitals of names', 'My friend Anna Bell '],
    ['links', 'example dot com https://xn--a.b '],
    ['stars', 'f*** s**t '],
    ['one letter', 'a'],
    ['open brackets', '([{'],
    ['marks on nothing', '\u0301'],
    ['marks on a letter of another alphabet', `ж${'\u0301\u0316'.repeat(500)}`],
    ['signs that stand for many letters', 'ﷺ'],
    ['letters and dots', 'a.'],
    ['beginnings of links', 'www.'],
    ['full stops of other alphabets', 'a。'],
  ])('is looked at to its end where it is 100 kB of %s', (_, piece) => {
    const text = piece.repeat(100_000 / piece.length);
    checkDraft({ text, pictures: [], poll: [] }, { policy: strict, country: 'GB', self });
    expect(text.length).toBeGreaterThan(90_000);
  });
});
