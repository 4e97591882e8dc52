import type { Severity } from '@baton/contracts';
import type { CheckOfWords, Observation } from '../check.js';
import type { Speech } from '../language/speech.js';
import { compilePhrases, findPhrases } from '../reading/phrases.js';
import type { Span } from '../reading/span.js';
import type { Unmasked } from '../reading/unmask.js';
import { findSigns, findSignsBeside, idiomsIn, type Sign, speechOf } from './find-signs.js';
import { hearCrisis } from './heard/hear-crisis.js';
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

/** Words of somebody who may be in danger. Where it is not sure, a person is asked rather than passed over; most of a sad day is left alone. */
export const crisis: CheckOfWords = {
  card: {
    name: 'words of a crisis',
    looksFor:
      'Wishing to be dead, meaning to die, a means or a plan, hurting oneself, danger from somebody at home, or worry that somebody else may die. By phrases, and by weighing all words of a text as learned from labelled samples. Figures of speech ("dying of laughter"), news and prevention are mostly left alone; what is told as long over, or of a subject, is shown help and not held.',
    misses:
      'Much of what is said between the lines (see “not seen before” below), in pictures, songs, irony or other languages than English. It is no diagnosis, and a person has to read.',
  },
  ofWords: ({ plain, typed }) => {
    const speech = speechOf(plain);
    const { cries, isOrdinary, leansToOrdinary } = hearCrisis(speech);
    const found = findPhrasesOf(plain, speech, cries.length > 0);
    const isOver = (words: string) => findPhrases(words, present).length === 0;
    const isAllOver = isOver(plain.text);
    const read = joinSigns(found).map(({ span, kind }) => {
      const sentence = sentenceAround(typed, span);
      const isPast =
        (isAllOver || (leansToOrdinary && isOver(sentence))) && findPhrases(sentence, past).length > 0;
      return noticed(kind, span, isPast ? 'past' : isAllOver && isOrdinary ? 'subject' : 'now');
    });
    if (read.some(({ severity }) => severity !== 'low')) return read;
    return [...read, ...cries.map(({ voice, span }) => noticed(kindOf[voice], span, 'now'))];
  },
};

/**
 * What phrases find. What else the same words mean (“dying of laughter”) silences one, unless the text as a whole sounds like a
 * crisis: then a figure of speech beside it says nothing.
 */
function findPhrasesOf(plain: Unmasked, speech: Speech, isHeard: boolean): Sign[] {
  const written = kinds.flatMap(({ kind, phrases }) =>
    findPhrases(plain.text, phrases).map(({ from, to }) => ({ kind, span: plain.spanOf(from, to) })),
  );
  const found = [...findSigns(speech), ...written];
  if (isHeard || found.length === 0) return found;
  const otherwise = [
    ...findPhrases(plain.text, idioms).map(({ from, to }) => plain.spanOf(from, to)),
    ...idiomsIn(speech),
  ];
  return [...findSignsBeside(speech), ...written].filter(
    ({ span }) => !otherwise.some((other) => touches(span, other)),
  );
}

const kindOf = { oneself: 'wish', hurtByOthers: 'danger', somebodyElse: 'somebodyElse' } as const;

const touches = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** “I was diagnosed ten years ago” says nothing of the sentence after it. */
function sentenceAround(typed: string, { from, to }: Span): string {
  const before =
    typed
      .slice(Math.max(0, from - longestSentence), from)
      .split(/[.!?\n]/u)
      .at(-1) ?? '';
  const [after = ''] = typed.slice(to, to + longestSentence).split(/[.!?\n]/u);
  return before + typed.slice(from, to) + after;
}
const longestSentence = 400;

/** Signs that touch are told once, as the gravest of them. */
function joinSigns(signs: readonly Sign[]): Sign[] {
  const joined: Sign[] = [];
  for (const { kind, span } of [...signs].sort((a, b) => a.span.from - b.span.from)) {
    const last = joined.at(-1);
    if (!last || span.from > last.span.to) joined.push({ kind, span });
    else
      joined[joined.length - 1] = {
        kind: gravest.find((grave) => grave === kind || grave === last.kind) ?? kind,
        span: { from: last.span.from, to: Math.max(last.span.to, span.to) },
      };
  }
  return joined;
}

/** Whether it is about now, told of the past, or about somebody or something else. A plan is never told as over. */
type Told = 'now' | 'past' | 'subject';

function noticed(kind: KindOfCrisis, span: Span, told: Told): Observation {
  if (told !== 'now' && kind !== 'plan' && !(told === 'past' && kind === 'somebodyElse'))
    return { ...wordsFor[told], span, severity: 'low', always: 'warn' };
  const words = kind === 'somebodyElse' || kind === 'danger' ? wordsFor[kind] : wordsFor.oneself;
  return { ...words, span, ...graveness[kind] };
}

const wordsFor = {
  oneself: {
    explanation: 'This sounds as if you may be in great pain or in danger. You are not alone with it.',
    suggestion:
      'You can talk to somebody now: see where, below. If you send this, a person of the team reads it and gets in touch. Nothing you wrote is lost.',
  },
  danger: {
    explanation: 'This sounds as if you may not be safe. If somebody hurts you, it is not your fault.',
    suggestion:
      'If you are in danger now, ring 999, 112 or your emergency number. In Britain, from a mobile: if you cannot speak, press 55 when asked. See below who helps in secret. Everybody can read a post, also whoever hurts you: you need not send it. If you do, a person of the team reads it first. If somebody may look at your screen, close this page now.',
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
  subject: {
    explanation: 'This speaks of a crisis, and does not sound as if you were in one.',
    suggestion:
      'If it is closer than it sounds, see below whom you can talk to. It goes out as it is, unless the team looks at every post.',
  },
} as const;
