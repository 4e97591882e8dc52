import type { CheckOfWords, Observation } from '../check.js';
import { inDigits } from '../reading/digits-said.js';
import { isNear, spansOf } from '../reading/near.js';
import { joinSpans, type Span } from '../reading/span.js';
import { isBsn, isCard, isIban, isKvnr, isNhsNumber } from './check-digits.js';

/** A number an office knows a person by: how it is written, and what makes it more than a number. */
interface Identifier {
  readonly what: string;
  readonly shape: RegExp;
  readonly holds?: (text: string) => boolean;
  /** Words that have to stand near: without them it is a score, a price or a telephone number. */
  readonly near?: RegExp;
}

const apart = '[\\s.\\-–/]{0,2}';
const someDigits = (count: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d+])\\d(?:${apart}\\d){${count}}(?![\\p{L}\\d])`, 'gu');
const said = '(?:number|no\\.?|nr\\.?|num|ref|reference|id|#|:|=|is)';

/** “My claim is from 2021, 2022 they came to see me.” */
const holdsOnlyYears = (text: string): boolean =>
  (text.match(/\d+/g) ?? []).every((digits) => /^(?:19|20)\d\d$/.test(digits));

const identifiers: readonly Identifier[] = [
  {
    what: 'an NHS number',
    shape: someDigits('9'),
    holds: isNhsNumber,
    near: /\b(?:nhs|chi|hospital|patient|health|my number)\b/iu,
  },
  {
    what: 'a National Insurance number',
    shape: /(?<![\p{L}\d])[A-Z][\s.-]?[A-Z](?:[\s.-]{0,2}\d){6}[\s.-]{0,2}[A-D](?![\p{L}\d])/giu,
    near: /\b(?:national insurance|nat\.? ins|nino|n\s?i (?:number|no)|n\.\s?i\b)/iu,
  },
  {
    what: 'a National Insurance number',
    shape:
      /(?<![\p{L}\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][\s.-]?\d{2}[\s.-]?\d{2}[\s.-]?\d{2}[\s.-]?[A-D](?![\p{L}\d])/giu,
  },
  {
    what: 'a hospital number',
    shape: new RegExp(
      `\\b(?:hospital|patient|mrn|ward|case|clinic|nhs|chi)\\s*(?:${said}\\s*){1,3}[A-Z]{0,3}\\s?\\d(?:${apart}\\d){4,11}`,
      'giu',
    ),
  },
  {
    what: 'a reference number of an office',
    shape: new RegExp(
      `\\b(?:pip|dwp|esa|uc|universal credit|benefit|claim|council tax|dvla|blue badge|driving licence|licence|customer|account|policy|nino)\\s+(?:${said}\\s*){1,3}[A-Z]{0,5}(?:[\\s/-]?[A-Z]{0,2}\\d){5,14}(?:[\\s-]?[A-Z\\d]{1,3})?(?![\\p{L}\\d])`,
      'giu',
    ),
    holds: (text) => !holdsOnlyYears(text),
  },
  {
    what: 'an insurance number',
    shape: /(?<![\p{L}\d])[A-Z][\s-]?\d{3}[\s-]?\d{3}[\s-]?\d{3}(?![\p{L}\d])/giu,
    holds: isKvnr,
  },
  {
    what: 'a citizen number',
    shape: someDigits('8'),
    holds: isBsn,
    near: /\b(?:bsn|burgerservicenummer|sofi)\b/iu,
  },
  {
    what: 'a passport number',
    shape: /(?<![\p{L}\d])(?=[A-Z\d]*\d{5})[A-Z\d]{8,9}(?![\p{L}\d])/giu,
    near: /\bpass(?:port)?\b/iu,
  },
  {
    what: 'a bank account',
    shape: /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[\s-]?[A-Z\d]{2,4}){3,9}(?![\p{L}\d])/gu,
    holds: isIban,
  },
  {
    what: 'a hospital number',
    shape: /(?<![\p{L}\d])[A-Z]{0,3}\d{5,10}[A-Z]?(?![\p{L}\d])/giu,
    near: /\b(?:hospital|patient|clinic|ward)\s+(?:number|no\b|num\b|id\b)/iu,
  },
  {
    what: 'a social security number',
    shape: /(?<![\p{L}\d-])\d{3}-\d{2}-\d{4}(?![\p{L}\d-])/gu,
  },
  {
    what: 'an insurance number',
    shape: someDigits('8,10'),
    near: /\b(?:medicare|medicaid|medical card|ppsn?|health card)\b/iu,
  },
  {
    what: 'an insurance number',
    shape: /(?<![\p{L}\d])\d{7}\s?[A-W][A-IW]?(?![\p{L}\d])/giu,
    near: /\bppsn?\b/iu,
  },
  {
    what: 'a number plate',
    shape: /(?<![\p{L}\d])[A-Z]{2}\d{2}\s?[A-Z]{3}(?![\p{L}\d])/giu,
    near: /\b(?:reg|registration|number ?plate|plate|my (?:car|van|wav|motability))\b/iu,
  },
  {
    what: 'a password',
    shape: /\b(?:password|passcode|passphrase)(?:['’]s|\s+is|\s*[:=])\s*(?=\S*[\d!?£$%&*_@#])\S{4,40}/giu,
  },
  { what: 'a PIN', shape: /\bpin(?:\s+(?:number|code))?(?:['’]s|\s+is|\s*[:=])\s*\d{4,6}(?!\d)/giu },
  {
    what: 'a driving licence',
    shape: /(?<![\p{L}\d])[A-Z]{2,5}9{0,3}\d{6}[A-Z9]{2}\d?[A-Z\d]{2,3}(?![\p{L}\d])/giu,
    near: /\blicen[cs]e\b/iu,
  },
  { what: 'a bank account', shape: /\bsort(?:\s?code)?[^\d\n]{0,8}\d{2}[\s-]?\d{2}[\s-]?\d{2}/giu },
  {
    what: 'a bank account',
    shape: new RegExp(
      `\\b(?:account|acc|acct|a/c)\\s+(?:${said}\\s*){1,3}\\d(?:${apart}\\d){7}(?!\\d)`,
      'giu',
    ),
  },
  { what: 'a card number', shape: someDigits('12,18'), holds: isCard },
  {
    what: 'a date of birth',
    shape:
      /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?(?: the)?|birth ?date|birthday is)\b\D{0,12}\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s./-]{1,2}(?:\d{1,2}|\p{L}{3,9})[\s./,-]{1,3}(?:19|20)?\d{2}(?!\d)/giu,
  },
];

/** Numbers by which an office knows somebody: with one a stranger can pretend to be them. */
export const identifiersCheck: CheckOfWords = {
  card: {
    name: 'a number somebody is known by',
    looksFor:
      'NHS, CHI, hospital, National Insurance, German and Dutch insurance and citizen numbers, benefit references, passports, bank accounts, cards and dates of birth. Where a number has a check digit, only those that fit.',
    misses:
      'Numbers without the word that says what they are, numbers in pictures, and other countries’ numbers.',
  },
  ofWords: ({ plain }) => {
    const spoken = inDigits(plain.text);
    const found = [
      ...identifiersIn(plain.text),
      ...(spoken.text === plain.text ? [] : identifiersIn(spoken.text)).map(({ what, span }) => ({
        what,
        span: spoken.spanOf(span.from, span.to),
      })),
    ];
    return joinSpans(found.map(({ span }) => span)).map((span): Observation => {
      const what = found.find((one) => overlap(one.span, span))?.what ?? 'a number somebody is known by';
      return {
        ...{ severity: 'high', span: plain.spanOf(span.from, span.to) },
        explanation: `This looks like ${what}. With it a stranger could pretend to be you, or find you.`,
        suggestion: 'Take it out. Nobody here needs it.',
      };
    });
  },
};

const identifiersIn = (text: string): { readonly what: string; readonly span: Span }[] =>
  identifiers.flatMap(({ what, shape, holds, near }) =>
    spansOf(text, shape)
      .filter((span) => !holds || holds(text.slice(span.from, span.to)))
      .filter((span) => !near || isNear(text, span, near))
      .map((span) => ({ what, span })),
  );

const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
