import { describe, expect, it } from '@jest/globals';
import {
  answerWords,
  commonlyLonelyFrom,
  DirectAnswer,
  directQuestion,
  isChronicallyLonely,
  isCommonlyLonely,
  type LonelinessAnswers,
  UclaAnswer,
  uclaQuestions,
  uclaScore,
} from './scales.js';

const [never, sometimes, often] = ['hardlyEverOrNever', 'someOfTheTime', 'often'] as const;
const answered = (
  companionship: LonelinessAnswers['companionship'],
  leftOut: LonelinessAnswers['leftOut'],
  isolated: LonelinessAnswers['isolated'],
): LonelinessAnswers => ({ companionship, leftOut, isolated, direct: null });

/**
 * As printed in ONS (2018), “Measuring loneliness: guidance for use of the national indicators on surveys”, table 1, after
 * Hughes et al. (2004): “hardly ever or never” 1, “some of the time” 2, “often” 3; “scores … between 3 and 9”.
 */
describe('the UCLA three-item score', () => {
  it('asks and answers in the words of the published scale', () => {
    expect(Object.values(uclaQuestions)).toEqual([
      'How often do you feel that you lack companionship?',
      'How often do you feel left out?',
      'How often do you feel isolated from others?',
    ]);
    expect(UclaAnswer.options.map((key) => answerWords[key])).toEqual([
      'Hardly ever or never',
      'Some of the time',
      'Often',
    ]);
  });

  it.each([
    [[never, never, never], 3],
    [[sometimes, never, never], 4],
    [[never, sometimes, sometimes], 5],
    [[sometimes, sometimes, sometimes], 6],
    [[often, never, often], 7],
    [[often, sometimes, often], 8],
    [[often, often, often], 9],
  ] as const)('adds up 1, 2 and 3: %j is %i', ([companionship, leftOut, isolated], score) => {
    expect(uclaScore(answered(companionship, leftOut, isolated))).toBe(score);
  });

  it('weighs its three items alike, in all 27 ways of answering', () => {
    const value = { [never]: 1, [sometimes]: 2, [often]: 3 };
    for (const one of UclaAnswer.options)
      for (const two of UclaAnswer.options)
        for (const three of UclaAnswer.options)
          expect(uclaScore(answered(one, two, three))).toBe(value[one] + value[two] + value[three]);
  });

  it('is not given where an item was skipped', () => {
    for (const skipped of [
      answered(null, often, often),
      answered(often, null, often),
      answered(often, often, null),
    ])
      expect(uclaScore(skipped)).toBeNull();
  });

  it('is called lonely from 6 on, as Steptoe et al. (2013) draw the line', () => {
    expect(commonlyLonelyFrom).toBe(6);
    expect([3, 4, 5, 6, 7, 8, 9].filter(isCommonlyLonely)).toEqual([6, 7, 8, 9]);
  });
});

/** As printed in ONS (2018), table 1. “Often/always” alone is what the Community Life Survey reports as chronic loneliness. */
describe('the direct measure', () => {
  it('asks and answers in the words of the published measure, in its order', () => {
    expect(directQuestion).toBe('How often do you feel lonely?');
    expect(DirectAnswer.options.map((key) => answerWords[key])).toEqual([
      'Often/always',
      'Some of the time',
      'Occasionally',
      'Hardly ever',
      'Never',
    ]);
  });

  it('calls chronic what is often or always, and nothing else, a skipped answer neither', () => {
    expect(DirectAnswer.options.filter((direct) => isChronicallyLonely({ direct }))).toEqual([
      'oftenOrAlways',
    ]);
    expect(isChronicallyLonely({ direct: null })).toBe(false);
  });
});
