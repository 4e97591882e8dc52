import type { CheckOfWords, Observation } from '../check.js';
import { linksOnX } from '../length/links-on-x.js';
import { spansOf } from '../reading/near.js';
import { joinSpans, type Span } from '../reading/span.js';

const shorteners =
  /(?:^|\/\/|\.)(?:bit\.ly|tinyurl\.com|t\.ly|goo\.gl|ow\.ly|buff\.ly|is\.gd|rb\.gy|cutt\.ly|shorturl\.at|t\.me|wa\.me|lnkd\.in|linktr\.ee|rebrand\.ly|s\.id|shorte\.st|adf\.ly)(?:\/|$)/iu;
const strange = /xn--|(?:^|\/\/)\d{1,3}(?:\.\d{1,3}){3}|@.*\./iu;
const ending =
  '(?:com|org|net|info|io|co|uk|de|nl|ie|eu|app|shop|site|online|xyz|club|me|tv|biz|link|live|health|store)';
/** `example dot com`, `example [.] com`, `hxxps://…`: written so that a machine does not see them. */
const hidden = [
  new RegExp(
    `(?<![\\p{L}\\p{N}@])[\\p{L}\\p{N}-]{2,40}(?:\\s*[([{]\\s*(?:dot|\\.|punkt)\\s*[)\\]}]\\s*|\\s+dot\\s+)(?:[\\p{L}\\p{N}-]{2,20}\\s*(?:[([{]\\s*(?:dot|\\.)\\s*[)\\]}]|\\s+dot\\s+)\\s*)?${ending}(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  /\bh(?:xx|tt|\*\*)ps?\s?:\s?\/\s?\/\s?[^\s]{3,200}/giu,
  new RegExp(
    `(?<![\\p{L}\\p{N}@])www\\s?[.,]\\s?[\\p{L}\\p{N}-]{2,40}\\s?[.,]\\s?${ending}(?![\\p{L}\\p{N}])`,
    'giu',
  ),
];

/** Links: the charity lends them its name, X takes more money for them, and what is behind one can change. */
export const links: CheckOfWords = {
  card: {
    name: 'a link',
    looksFor:
      'Every link that X would show, links that are hidden (“example dot com”), shortened ones, and addresses that are made to look like others.',
    misses: 'What is behind a link. Baton opens none.',
  },
  ofWords: ({ plain }) => {
    const shown = linksOnX(plain.text);
    const disguised = joinSpans(hidden.flatMap((shape) => spansOf(plain.text, shape))).filter(
      (span) => !shown.some((link) => overlap(link, span)),
    );
    return [
      ...shown.map(({ url, from, to }) => noticed(plain.spanOf(from, to), kindOf(url))),
      ...disguised.map((span) => noticed(plain.spanOf(span.from, span.to), 'hidden')),
    ];
  },
};

type Kind = 'plain' | 'short' | 'strange' | 'hidden';
const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
const kindOf = (url: string): Kind =>
  shorteners.test(url) ? 'short' : strange.test(url) || hasForeignLetters(url) ? 'strange' : 'plain';
/** A host with letters of two alphabets is made to look like another. */
const hasForeignLetters = (url: string): boolean =>
  /[a-z]/iu.test(url) && /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(url);

const explanations: Record<Kind, string> = {
  plain: 'There is a link here. People will think the charity stands behind it.',
  short: 'This link is shortened, so that nobody can see where it goes.',
  strange: 'This address is unusual. Addresses like this are often made to look like others.',
  hidden: 'This looks like a link that is written so that it is not seen as one.',
};

const noticed = (span: Span, kind: Kind): Observation => ({
  ...{ severity: kind === 'plain' ? 'low' : 'medium', span, explanation: explanations[kind] },
  suggestion: 'Say who is behind it, or leave it out. The team can add good links for everybody.',
});
