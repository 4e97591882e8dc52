import type { MentionConcern } from '@baton/contracts';
import { everythingAllowed } from '../everything-allowed.js';
import { hasLink } from '../length/has-link.js';
import { profanity } from '../manners/check-profanity.js';
import { compilePhrases, findPhrases, without } from '../reading/phrases.js';
import { readWords } from '../reading/words.js';
import { aimedAtSomeone, notAimed } from './words-of-abuse.js';

const harmless = compilePhrases(notAimed);
const patterns = (['threat', 'sexual', 'abuse'] as const).map((kind) => ({
  kind,
  pattern: compilePhrases(aimedAtSomeone[kind]),
}));
const settings = { policy: { ...everythingAllowed, wordsToWatch: [] }, country: undefined };

/** X gives every picture a link of its own; nobody is led away by one. */
const linksToX = /https?:\/\/(?:www\.)?(?:x|twitter)\.com\/\S*/giu;
/** Handles are names, and some names look like words or like links. */
const handles = /@\w{1,15}/gu;

/** What these words would do to whoever they are written to; nothing, for most. Disguises are undone first. */
export function whatWordsDo(typed: string): MentionConcern[] {
  const text = typed.replaceAll(handles, ' ').replaceAll(linksToX, ' ');
  const words = readWords(text);
  const plain = words.plain.text;
  const meantWell = findPhrases(plain, harmless);
  const found: MentionConcern[] = patterns
    .filter(({ pattern }) => without(findPhrases(plain, pattern), meantWell).length > 0)
    .map(({ kind }) => kind);
  if (profanity.ofWords(words, settings).some(({ severity }) => severity === 'high')) found.push('slur');
  if (hasLink(text)) found.push('link');
  return found;
}
