import { findPhrases, withoutPhrases } from '../language/find-phrases.js';
import { vocabularyOf } from '../language/meant-word.js';
import { phrasebook } from '../language/phrase.js';
import { type Speech, sayOut } from '../language/speech.js';
import type { Span } from '../reading/span.js';
import type { Unmasked } from '../reading/unmask.js';
import { idioms } from './idioms.js';
import { lists } from './lists.js';
import { despair } from './signs/despair.js';
import { goodbye } from './signs/goodbye.js';
import { planOrMethod } from './signs/plan-or-method.js';
import { selfHarm } from './signs/self-harm.js';
import { somebodyElse } from './signs/somebody-else.js';
import { thoughtOfSuicide } from './signs/thought-of-suicide.js';
import { violenceAtHome } from './signs/violence-at-home.js';
import { wishToBeGone } from './signs/wish-to-be-gone.js';
import type { KindOfCrisis } from './words-of-crisis.js';

const signs = (
  [
    ['wish', wishToBeGone],
    ['wish', despair],
    ['intent', thoughtOfSuicide],
    ['plan', planOrMethod],
    ['plan', goodbye],
    ['selfHarm', selfHarm],
    ['danger', violenceAtHome],
    ['somebodyElse', somebodyElse],
  ] as const
).map(([kind, phrases]) => ({ kind, book: phrasebook(phrases, lists) }));
const otherwise = phrasebook(idioms, lists);
const vocabulary = vocabularyOf(new Set(signs.flatMap(({ book }) => [...book.vocabulary])));

export interface Sign {
  readonly kind: KindOfCrisis;
  /** In the typed text, as are the others. */
  readonly span: Span;
}

/** A text as one would say it: short forms in full, slips mended towards the words of the phrases. */
export const speechOf = (plain: Unmasked): Speech => sayOut(plain, vocabulary);

/** Signs of a crisis in what is said, sentence by sentence. */
export const findSigns = (speech: Speech): Sign[] => signsIn(speech.text, speech);

/** The same in what is left when idioms are taken out of it. */
export const findSignsBeside = (speech: Speech): Sign[] =>
  signsIn(withoutPhrases(otherwise, speech.text), speech);

/** Where the same words mean something else (“dying of laughter”). */
export const idiomsIn = (speech: Speech): Span[] =>
  findPhrases(otherwise, speech.text).map(({ from, to }) => speech.spanOf(from, to));

const signsIn = (said: string, speech: Speech): Sign[] =>
  signs.flatMap(({ kind, book }) =>
    findPhrases(book, said).map(({ from, to }) => ({ kind, span: speech.spanOf(from, to) })),
  );
