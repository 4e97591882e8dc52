import { speechOf } from '../crisis/find-signs.js';
import { type Lesson, learn } from '../crisis/heard/learn.js';
import { type Voice, writeDown } from '../crisis/heard/learned.js';
import { marksOfSpeech } from '../crisis/heard/marks-of-speech.js';
import { wordsSaid } from '../crisis/heard/words-said.js';
import { unmask } from '../reading/unmask.js';
import { type Sample, samplesOf } from './measure.js';

/** What the learned reader was taught with, and how much each text counts. Nothing that is measured as “not seen before”. */
const posts = ['crisis.posts', 'crisis.others'];
const phrases = ['crisis'];
const aboutOtherThings = [
  'contactDetails',
  'medicalAdvice',
  'ownIdentity',
  'shield',
  'thirdParties',
  'profanity',
];

/** From the root of the checkout. */
export const whereLearned = 'packages/checks/words/crisis-by-ear.tsv';

/** The weights as they belong there: `npm run docs` writes them. */
export function learnedFromSamples(): string {
  const whole = [...samplesOf(...posts), ...samplesOf(...phrases)];
  return writeDown(
    learn([
      ...samplesOf(...posts).map((sample) => lesson(sample, voiceOf(sample), 2)),
      ...samplesOf(...phrases).map((sample) => lesson(sample, voiceOf(sample), 1)),
      ...inTheMiddleOfADay(whole).map((sample) => lesson(sample, voiceOf(sample), 0.5)),
      ...samplesOf(...aboutOtherThings).map((sample) => lesson(sample, 'everyday', 0.3)),
    ]),
  );
}

/** Each text once more before, after or between others about an ordinary day: few people write of one thing only. */
function inTheMiddleOfADay(samples: readonly Sample[]): Sample[] {
  const ordinary = samples.filter(({ label, kind }) => label === 'leave' && !notOrdinary.test(kind));
  const other = (index: number) => ordinary[index % ordinary.length]?.text ?? '';
  return samples.map((sample, index) => {
    const [before, after] = [other(index * 31), other(index * 57 + 11)];
    const day =
      [
        [before, sample.text],
        [sample.text, after],
        [before, sample.text, after],
      ][index % 3] ?? [];
    return { ...sample, text: day.join('. ') };
  });
}
const notOrdinary = /subject|news|past|idiom|notices/u;

const lesson = ({ text }: Sample, voice: Voice, weight: number): Lesson => ({
  marks: marksOfSpeech(wordsSaid(speechOf(unmask(text))).map(({ word }) => word)),
  voice,
  weight,
});

function voiceOf({ label, kind }: Sample): Voice {
  if (label === 'leave') return 'everyday';
  if (kind === 'somebodyElse' || kind === 'somebody else') return 'somebodyElse';
  return kind === 'danger' || kind === 'violence at home' ? 'hurtByOthers' : 'oneself';
}
