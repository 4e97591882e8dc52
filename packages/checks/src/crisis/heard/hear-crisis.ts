import { readFileSync } from 'node:fs';
import type { Speech } from '../../language/speech.js';
import type { Span } from '../../reading/span.js';
import { readBack, scoresOf, type Voice, voices } from './learned.js';
import { marksOfSpeech } from './marks-of-speech.js';
import { type WordSaid, wordsSaid } from './words-said.js';

/** Learned from the labelled samples; words/README.md tells how. */
const learned = readBack(readFileSync(new URL('../../../words/crisis-by-ear.tsv', import.meta.url), 'utf8'));

/** A post of X fits into one; what is longer is read in pieces that overlap, so that no thought is cut in two. */
const mostWords = 60;
/** The logarithm of the odds that a text tells of a crisis, above which it is heard as one. */
const likely = 0.5;
/** A sentence or two out of a text say less, so they have to say it more clearly. */
const likelyAlone = 0.9;
/** Below this, words of a crisis are most likely told of something else: of others, of a film, of long ago. */
const unlikely = -2.5;

export interface Heard {
  readonly cries: readonly Cry[];
  /** Most likely told of something else. */
  readonly isOrdinary: boolean;
  /** Sooner that than a crisis. */
  readonly leansToOrdinary: boolean;
}

export interface Cry {
  readonly voice: Exclude<Voice, 'everyday'>;
  /** In the typed text: the sentence that speaks most for it. */
  readonly span: Span;
}

/**
 * Hears what no list of phrases foresees: each word says a little for or against, and all of them together are weighed. It can
 * give no reason but its samples. So it adds to what phrases find, and takes nothing away: it only tells where they may be wrong.
 */
export function hearCrisis(speech: Speech): Heard {
  const pieces = piecesOf(wordsSaid(speech)).map((words) => {
    const whole = listen(words);
    const parts = partsOf(words).map(listen);
    return { whole, loudest: parts.length > 0 ? parts.reduce((a, b) => (b.odds > a.odds ? b : a)) : whole };
  });
  return {
    cries: pieces
      .filter(({ whole, loudest }) => whole.odds > likely || loudest.odds > likelyAlone)
      .map(({ whole, loudest }) => ({
        voice: (whole.odds > likely ? whole : loudest).voice,
        span: spanOf(speech, loudest.words),
      })),
    leansToOrdinary: pieces.every(({ whole }) => whole.odds < 0),
    isOrdinary: pieces.every(({ whole, loudest }) => whole.odds < unlikely && loudest.odds < 0),
  };
}

interface Listened {
  readonly words: readonly WordSaid[];
  readonly voice: Cry['voice'];
  readonly odds: number;
}

function listen(words: readonly WordSaid[]): Listened {
  const [everyday = 0, ...others] = scoresOf(learned, marksOfSpeech(words.map(({ word }) => word)));
  const loudest = Math.max(...others);
  const [, ...heard] = voices;
  return { words, voice: heard[others.indexOf(loudest)] ?? 'oneself', odds: loudest - everyday };
}

const spanOf = (speech: Speech, words: readonly WordSaid[]): Span =>
  speech.spanOf(words[0]?.from ?? 0, words.at(-1)?.to ?? 1);

function piecesOf(words: readonly WordSaid[]): WordSaid[][] {
  const count = Math.max(1, Math.ceil(words.length / (mostWords / 2)) - 1);
  return Array.from({ length: count }, (_, at) =>
    words.slice((at * mostWords) / 2, (at * mostWords) / 2 + mostWords),
  );
}

/** Each sentence, and each two that follow each other, with the ends before and after them. */
function partsOf(words: readonly WordSaid[]): WordSaid[][] {
  const ends = words.flatMap(({ word }, at) => (word === '.' ? [at] : []));
  return [1, 2].flatMap((sentences) =>
    ends.flatMap((begin, at) => {
      const end = ends[at + sentences];
      return end === undefined ? [] : [words.slice(begin, end + 1)];
    }),
  );
}
