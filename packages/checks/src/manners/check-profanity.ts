import type { Severity } from '@baton/contracts';
import type { CheckOfWords, Observation } from '../check.js';
import { compilePhrases, findPhrases, without } from '../reading/phrases.js';
import { joinSpans } from '../reading/span.js';
import { endings, notRude, type RudeWord, rudeWords } from './rude-words.js';

const innocent = compilePhrases(notRude);

/** What stands for a letter that people do not want to write out. */
const stars: Readonly<Record<string, string>> = {
  a: '[a@*4]',
  e: '[e*3]',
  i: '[i*1!]',
  o: '[o*0]',
  u: '[u*v@#]',
  c: '[c*k]',
  s: '[s$5]',
  t: '[t+]',
};

/** A word however long its letters are drawn out or starred. Its first letter always stands. */
const spelled = ({ stem, anywhere, whole }: RudeWord): string => {
  const letters = [...stem.replaceAll(' ?', '\u0000')].map((letter, index) => {
    if (letter === '\u0000') return '[\\s-]?';
    if (letter === ' ') return '\\s+';
    return index === 0 ? `${letter}{1,8}` : `${stars[letter] ?? letter}{1,8}`;
  });
  const word = letters.join('');
  if (anywhere) return `[\\p{L}-]{0,12}${word}[\\p{L}]{0,12}`;
  return whole ? word : `${word}${endings}`;
};

const bySeverity = (severity: Severity): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${rudeWords
      .filter((word) => word.severity === severity)
      .map(spelled)
      .join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
const words = (['high', 'medium', 'low'] as const).map((severity) => ({
  severity,
  found: bySeverity(severity),
}));

/** Swearing and slurs. Whether they are welcome is for each charity to say. */
export const profanity: CheckOfWords = {
  card: {
    name: 'swearing',
    looksFor:
      'Rude words, mild and strong, and words that are meant to hurt a group of people, also starred or drawn out. Graded: a slur is the gravest.',
    misses: 'Other languages than English, new slang, and insults made of ordinary words.',
  },
  ofWords: ({ plain }) => {
    const otherwise = findPhrases(plain.text, innocent);
    const found = words.flatMap(({ severity, found: pattern }) =>
      without(findPhrases(plain.text, pattern), otherwise).map((span) => ({ severity, span })),
    );
    return joinSpans(found.map(({ span }) => span)).map(({ from, to }): Observation => {
      const here = found.filter(({ span }) => span.from < to && from < span.to);
      const severity = (['high', 'medium', 'low'] as const).find((grade) =>
        here.some((one) => one.severity === grade),
      );
      return {
        ...wordsFor[severity === 'high' ? 'slur' : 'rude'],
        severity: severity ?? 'low',
        span: plain.spanOf(from, to),
      };
    });
  },
};

const wordsFor = {
  rude: {
    explanation: 'Some people find this word rude.',
    suggestion: 'It goes out where the charity allows it. Another word may reach more people.',
  },
  slur: {
    explanation: 'This word hurts people, whoever says it.',
    suggestion: 'Please say it in another way.',
  },
} as const;
