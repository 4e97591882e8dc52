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
});
