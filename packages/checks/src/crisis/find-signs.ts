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

export interface Signs {
  readonly signs: readonly Sign[];
  /** Where the same words mean something else. */
  readonly idioms: readonly Span[];
}

/** A text as one would say it: short forms in full, slips mended towards the words of the phrases. */
export const speechOf = (plain: Unmasked): Speech => sayOut(plain, vocabulary);

/** Signs of a crisis in what is said, sentence by sentence. */
export function findSigns(speech: Speech, isHeard = false): Signs {
  const typed = ({ from, to }: Span): Span => speech.spanOf(from, to);
  const said = isHeard ? speech.text : withoutPhrases(otherwise, speech.text);
  return {
    signs: signs.flatMap(({ kind, book }) =>
      findPhrases(book, said).map((match) => ({ kind, span: typed(match) })),
    ),
    idioms: findPhrases(otherwise, speech.text).map(typed),
  };
}
