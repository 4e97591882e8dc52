import { describe, expect, it } from '@jest/globals';
import type { CheckSettings } from '../check.js';
import { everythingAllowed } from '../everything-allowed.js';
import { disguises, slips } from '../measuring/disguises.js';
import {
  measure,
  needlessShare,
  precision,
  recall,
  report,
  type Sample,
  samplesOf,
} from '../measuring/measure.js';
import { knownOnlyByPrints, syntheticPeople } from '../measuring/synthetic-people.js';
import { readWords } from '../reading/words.js';
import { ownIdentityCheck } from './check-own-identity.js';
import { isEverydayWord } from './everyday-words.js';
import { foldWord } from './fold-word.js';
import { misspeltFrom } from './pieces-of-identity.js';

const settings = new Map<string, CheckSettings>(
  Object.entries(syntheticPeople).map(([as, person]) => [
    as,
    { policy: everythingAllowed, country: 'GB', self: knownOnlyByPrints(person) },
  ]),
);
const settingsFor = ({ as = '' }: Sample): CheckSettings => {
  const known = settings.get(as);
  if (!known) throw new Error(`samples/people.json knows no ${as}`);
  return known;
};
const sample = (as: string, kind: string, text: string): Sample => ({ as, kind, text, label: 'find' });

/** Where in a post a name stands. */
const frames = [
  (name: string) => `Hello all, it is ${name} again`,
  (name: string) => `My family calls me ${name}, of course.`,
  (name: string) => `Good morning! I am ${name}`,
];

/** What of each person may not be said, each in every disguise. */
function inEveryDisguise(): Sample[] {
  return Object.entries(syntheticPeople).flatMap(([as, { name, level, penName }]) => {
    const words = name.split(/[\s-]+/u).filter((word) => word.length > 3 || word === name);
    const mayNot = words.filter(
      (word, at) => level !== 'named' && !(at === 0 && (level === 'firstName' || penName === word)),
    );
    return mayNot.flatMap((word) => {
      const isSure = !isEverydayWord(foldWord(word)) && foldWord(word).length >= misspeltFrom;
      const dressed = Object.entries(disguises).filter(
        ([how]) => isSure || how === 'asItIs' || how === 'zeroWidth',
      );
      const slipped = isSure ? Object.entries(slips) : [];
      return frames.flatMap((frame, nth) => [
        ...dressed.map(([how, wear]) => sample(as, how, frame(wear(word)))),
        ...slipped.map(([how, slip]) => sample(as, how, frame(slip(word, 1 + nth)))),
      ]);
    });
  });
}

const isFound = (asked: Sample) =>
  ownIdentityCheck.ofWords(readWords(asked.text), settingsFor(asked)).length > 0;

describe('the check of who you are', () => {
  it('S1: finds a person on texts written by hand, and leaves everyday talk alone', () => {
    const measured = measure(isFound, samplesOf('ownIdentity'));
    console.info(report('ownIdentity, by hand', measured));
    expect(measured.wrong).toEqual([]);
  });

  it('S1: does as well on texts that were written after it was built', () => {
    const measured = measure(isFound, samplesOf('ownIdentity.held-out'));
    console.info(report('ownIdentity, held out', measured), measured.wrong);
    expect(recall(measured)).toBeGreaterThanOrEqual(0.95);
    expect(precision(measured)).toBeGreaterThanOrEqual(0.9);
  });

  it('S1: finds a name in every disguise and with every slip of the hand', () => {
    const measured = measure(isFound, inEveryDisguise());
    console.info(report('ownIdentity, in disguise', measured));
    expect(measured.toFind).toBeGreaterThan(1_000);
    expect(recall(measured)).toBeGreaterThanOrEqual(0.99);
    for (const kind of measured.byKind.values()) expect(recall(kind)).toBeGreaterThanOrEqual(0.98);
  });

  it('takes nobody for anybody else: everyday talk of all for each', () => {
    const talk = samplesOf('ownIdentity').filter(({ kind, label }) => label === 'leave' && kind !== 'chosen');
    const ofAll = Object.keys(syntheticPeople).flatMap((as) => talk.map((leave) => ({ ...leave, as })));
    const measured = measure(isFound, ofAll);
    console.info(report('ownIdentity, everybody’s talk', measured), measured.wrong);
    expect(needlessShare(measured)).toBeLessThan(0.001);
  });
});
