import type { Severity } from '@baton/contracts';
import type { CheckOfWords, Observation } from '../check.js';
import { compilePhrases, findPhrases } from '../reading/phrases.js';
import { joinSpans, type Span } from '../reading/span.js';
import { findSigns } from './find-signs.js';
import { longOver, notACrisis, notOver } from './not-a-crisis.js';
import { type KindOfCrisis, wordsOfCrisis } from './words-of-crisis.js';

const kinds = Object.entries(wordsOfCrisis).map(([kind, phrases]) => ({
  kind: kind as KindOfCrisis,
  phrases: compilePhrases(phrases),
}));
const idioms = compilePhrases(notACrisis);
const past = compilePhrases(longOver);
const present = compilePhrases(notOver);

/** With a means or a moment named nobody waits, whatever the policy says. */
const graveness: Record<KindOfCrisis, { readonly severity: Severity; readonly always?: 'hold' }> = {
  wish: { severity: 'medium' },
  intent: { severity: 'high' },
  plan: { severity: 'high', always: 'hold' },
  selfHarm: { severity: 'high' },
  danger: { severity: 'high' },
  somebodyElse: { severity: 'high' },
};
const gravest: readonly KindOfCrisis[] = ['plan', 'intent', 'danger', 'selfHarm', 'somebodyElse', 'wish'];

/** Words of somebody who may be in danger. Better ten people asked how they are than one passed over. */
export const crisis: CheckOfWords = {
  card: {
    name: 'words of a crisis',
    looksFor:
      'Wishing to be dead, meaning to die, a means or a plan, hurting oneself, danger from somebody at home, or worry that somebody else may die. Figures of speech ("dying of laughter"), news and prevention are left alone; what is told as long over is shown help and not held.',
    misses:
      'Most of what is said between the lines (see “not seen before” below), in pictures, songs, irony or other languages than English. It is no diagnosis, and a person has to read.',
  },
  ofWords: ({ plain, typed }) => {
    const spoken = findSigns(plain);
    const ways = findPhrases(plain.text, idioms).map(({ from, to }) => plain.spanOf(from, to));
    const written = kinds.flatMap(({ kind, phrases }) =>
      findPhrases(plain.text, phrases).map(({ from, to }) => ({
        kind,
        span: plain.spanOf(from, to),
      })),
    );
    const otherwise = [...ways, ...spoken.idioms];
    const found = [...spoken.signs, ...written].filter(
      ({ span }) => !otherwise.some((other) => touches(span, other)),
    );
    const isOver = findPhrases(plain.text, present).length === 0;
    return joinSpans(found.map(({ span }) => span)).map((span) => {
      const here = found.filter((one) => touches(one.span, span));
      const kind = gravest.find((grave) => here.some((one) => one.kind === grave)) ?? 'wish';
      const isPast = isOver && findPhrases(sentenceAround(typed, span), past).length > 0;
      return noticed(kind, span, isPast);
    });
  },
};

const touches = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** “I was diagnosed ten years ago” says nothing of the sentence after it. */
function sentenceAround(typed: string, { from, to }: Span): string {
  const begin = Math.max(...['.', '!', '?', '\n'].map((end) => typed.lastIndexOf(end, from - 1))) + 1;
  const length = typed.slice(to).search(/[.!?\n]/u);
  return typed.slice(begin, length < 0 ? undefined : to + length);
}

function noticed(kind: KindOfCrisis, span: Span, isPast: boolean): Observation {
  if (isPast && kind !== 'somebodyElse' && kind !== 'plan')
    return { ...wordsFor.past, span, severity: 'low', always: 'warn' };
  const words = kind === 'somebodyElse' ? wordsFor.somebodyElse : wordsFor.oneself;
  return { ...words, span, ...graveness[kind] };
}

const wordsFor = {
  oneself: {
    explanation: 'This sounds as if you may be in great pain or in danger. You are not alone with it.',
    suggestion:
      'You can talk to somebody now: see where, below. If you send this, a person of the team reads it and gets in touch. Nothing you wrote is lost.',
  },
  somebodyElse: {
    explanation: 'This sounds as if somebody you know of may be in danger.',
    suggestion:
      'You need not carry this alone: see below who can help now. If you send this, a person of the team reads it and gets in touch with you.',
  },
  past: {
    explanation: 'You write about a very hard time. Thank you for trusting people with it.',
    suggestion:
      'If any of it is close again, see below whom you can talk to. It goes out as it is, unless the team looks at every post.',
  },
} as const;
