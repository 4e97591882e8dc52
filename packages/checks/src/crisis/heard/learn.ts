import { type Learned, sizeOf, type Voice, voices } from './learned.js';

/** A text by its marks, and what a person says of it. */
export interface Lesson {
  readonly marks: readonly string[];
  readonly voice: Voice;
  /** How much it counts: what is most like a post counts most. */
  readonly weight: number;
}

const rounds = 30;
const pace = 0.1;
const paceOfLeaning = 0.02;
/** Pulls weights back to nought, so that one odd sentence teaches little. */
const modesty = 0.002;
/** A mark that stands in one text only would teach that text by heart. */
const fewest = 2;
/** Texts that count less than this are told of others, or about other things: they bring no marks of their own. */
const ownText = 1;
/** A prime larger than any round: each meets the lessons in the same order, one further on. */
const stride = 7_919;

/**
 * Learns which words go with which voice: multinomial logistic regression over marks that are there or not, in steps that
 * shrink for a mark that is often met (AdaGrad: Duchi, Hazan and Singer, 2011). The same lessons always give the same weights.
 */
export function learn(lessons: readonly Lesson[]): Learned {
  const rows = new Map([...metOften(lessons)].map((mark) => [mark, newRow()]));
  const leaning = voices.map(() => 0);
  const taught = lessons.map(({ marks, voice, weight }) => ({
    rows: marks.flatMap((mark) => rows.get(mark) ?? []),
    size: sizeOf(marks),
    voice: voices.indexOf(voice),
    weight,
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < taught.length; turn += 1) {
      const lesson = taught[(turn * stride + round) % taught.length];
      if (lesson) takeStep(lesson, leaning);
    }
  }
  return { weights: new Map([...rows].map(([mark, { weights }]) => [mark, weights])), leaning };
}

interface Row {
  readonly weights: number[];
  /** The squares of all steps so far. */
  readonly steps: number[];
}
const newRow = (): Row => ({ weights: voices.map(() => 0), steps: voices.map(() => 1e-6) });

interface Taught {
  readonly rows: readonly Row[];
  readonly size: number;
  readonly voice: number;
  readonly weight: number;
}

function takeStep({ rows, size, voice, weight }: Taught, leaning: number[]): void {
  const sum = (at: number) => rows.reduce((total, { weights }) => total + (weights[at] ?? 0), 0);
  const shares = sharesOf(leaning.map((start, at) => start + sum(at) / size));
  for (const [at, share] of shares.entries()) {
    const off = (share - (at === voice ? 1 : 0)) * weight;
    leaning[at] = (leaning[at] ?? 0) - paceOfLeaning * off;
    for (const { weights, steps } of rows) {
      const slope = off / size + modesty * (weights[at] ?? 0);
      const walked = (steps[at] ?? 0) + slope * slope;
      steps[at] = walked;
      weights[at] = (weights[at] ?? 0) - (pace * slope) / Math.sqrt(walked);
    }
  }
}

/** Softmax. */
function sharesOf(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const grown = scores.map((score) => Math.exp(score - highest));
  const whole = grown.reduce((total, one) => total + one, 0);
  return grown.map((one) => one / whole);
}

function metOften(lessons: readonly Lesson[]): Set<string> {
  const met = new Map<string, number>();
  for (const { marks } of lessons.filter(({ weight }) => weight >= ownText)) {
    for (const mark of marks) met.set(mark, (met.get(mark) ?? 0) + 1);
  }
  return new Set([...met].filter(([, times]) => times >= fewest).map(([mark]) => mark));
}
