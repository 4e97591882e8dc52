import { z } from 'zod';

/**
 * The measures of loneliness that England's Office for National Statistics recommends for adults, word
 * for word: the three-item UCLA loneliness scale (Hughes et al., 2004) and the direct measure.
 * Source: ONS, "Measuring loneliness: guidance for use of the national indicators on surveys", 2018.
 * They are validated as they stand: nobody may reword them.
 */
const uclaAnswers = { hardlyEverOrNever: 1, someOfTheTime: 2, often: 3 } as const;

export const uclaQuestions = {
  companionship: 'How often do you feel that you lack companionship?',
  leftOut: 'How often do you feel left out?',
  isolated: 'How often do you feel isolated from others?',
} as const;

export const directQuestion = 'How often do you feel lonely?';

export const UclaAnswer = z.enum(['hardlyEverOrNever', 'someOfTheTime', 'often']);
export const DirectAnswer = z.enum(['oftenOrAlways', 'someOfTheTime', 'occasionally', 'hardlyEver', 'never']);

export const answerWords = {
  hardlyEverOrNever: 'Hardly ever or never',
  someOfTheTime: 'Some of the time',
  often: 'Often',
  oftenOrAlways: 'Often/always',
  occasionally: 'Occasionally',
  hardlyEver: 'Hardly ever',
  never: 'Never',
} as const;

/** Answers to all four items; any may be skipped. */
export const LonelinessAnswers = z.object({
  companionship: UclaAnswer.nullable(),
  leftOut: UclaAnswer.nullable(),
  isolated: UclaAnswer.nullable(),
  direct: DirectAnswer.nullable(),
});
export type LonelinessAnswers = z.infer<typeof LonelinessAnswers>;

/** The UCLA score, 3 (least lonely) to 9, or null where one of its three items was skipped. */
export function uclaScore(answers: LonelinessAnswers): number | null {
  const items = [answers.companionship, answers.leftOut, answers.isolated];
  return items.reduce<number | null>(
    (sum, item) => (sum === null || item === null ? null : sum + uclaAnswers[item]),
    0,
  );
}
