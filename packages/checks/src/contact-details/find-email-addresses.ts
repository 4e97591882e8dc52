import { isEverydayForm } from '../own-identity/everyday-words.js';
import type { Span } from '../reading/span.js';

const local = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+-]*[\\p{L}\\p{N}_%+-])?';
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const ending = '\\p{L}{2,24}';

/** `@`, or the word in brackets: nobody writes `(at)` for anything else. */
const surelyAt = '(?:\\s*@\\s*|\\s*[([{<*_-]+\\s*at\\s*[)\\]}>*_-]+\\s*)';
const wordAt = '\\s+at\\s+(?!(?:an?|my|that|the|this)\\s)';
const surelyDot = '(?:\\s*[.。｡]\\s?|\\s*[([{<*_-]+\\s*(?:dot|punkt)\\s*[)\\]}>*_-]+\\s*|\\s+dot\\s+)';
const wordDot = '(?:\\s+dot\\s+|\\s*[([{<*_-]+\\s*dot\\s*[)\\]}>*_-]+\\s*)';

/** Hosts that people have their private mail with: here "robin at gmail.com" is no place to look at. */
const mailHosts =
  '(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|aol|proton(?:mail)?|btinternet|gmx|mail)';

const shapes = [
  // robin@example.org, robin (at) example (dot) org, robin @ example . org
  `${local}${surelyAt}${label}(?:${surelyDot}${label})*${surelyDot}${ending}`,
  // robin at example dot org
  `${local}${wordAt}${label}(?:${wordDot}${label})*${wordDot}${ending}`,
  // robin at gmail.com
  `${local}${wordAt}${mailHosts}\\.${ending}`,
  // robin [at] gmail
  `${local}${surelyAt}${mailHosts}(?![\\p{L}\\p{N}])`,
].map((shape) => new RegExp(`(?<![\\p{L}\\p{N}._%+@-])${shape}`, 'giu'));

/** “wobbly at gmail”, “robin at the yahoo one”: with nothing else to tell it from being somewhere, only what is no word. */
const bare =
  /(?<![\p{L}\p{N}._%+@-])["“‘']?(?<local>[\p{Ll}\p{N}][\p{Ll}\p{N}._-]{3,30})["”’']?\s+at\s+(?:the\s+)?(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|aol|proton(?:mail)?|btinternet)(?![\p{L}\p{N}])(?:\s+one)?/gu;
const isName = (local: string): boolean => /[\d._-]/u.test(local) || !isEverydayForm(local);

/** Finds e-mail addresses, spelt out and bracketed ones too. */
export const findEmailAddresses = (text: string): Span[] =>
  [
    ...shapes.flatMap((shape) => [...text.matchAll(shape)]),
    ...[...text.matchAll(bare)].filter(({ groups }) => isName(groups?.local ?? '')),
  ]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .filter(({ from, to }) => !isHelpline(text.slice(from, to)));

/** Addresses at which helplines answer everybody: good to pass on. */
const isHelpline = (address: string): boolean =>
  /@(?:[\w-]+\.)?(?:samaritans\.org|mssociety\.org\.uk|mstrust\.org\.uk|ms-society\.ie|mind\.org\.uk|nhs\.net|nhs\.uk|gov\.uk|refuge\.org\.uk|womensaid\.org\.uk|pieta\.ie|giveusashout\.org|thecalmzone\.net)$/iu.test(
    address,
  );
