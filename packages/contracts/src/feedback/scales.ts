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

/** Where the measures come from, as a page may say it beside them. */
export const scaleSources = {
  ucla: 'Three-item UCLA Loneliness Scale. Hughes, Waite, Hawkley and Cacioppo (2004), Research on Aging 26 (6), 655–672.',
  direct:
    'Direct measure of loneliness. Office for National Statistics (2018), Measuring loneliness: guidance for use of the national indicators on surveys.',
} as const;

/**
 * The UCLA score: “hardly ever or never” counts 1, “some of the time” 2, “often” 3, and the three are added up, 3 (least
 * lonely) to 9. Null where one of them was skipped: a sum of two is no score (Hughes et al., 2004; ONS, 2018).
 */
export function uclaScore(answers: LonelinessAnswers): number | null {
  const items = [answers.companionship, answers.leftOut, answers.isolated];
  return items.reduce<number | null>(
    (sum, item) => (sum === null || item === null ? null : sum + uclaAnswers[item]),
    0,
  );
}

/**
 * Whether a UCLA score is what studies commonly call lonely: 6 or more. The authors of the scale name no threshold; this one is
 * Steptoe, Shankar, Demakakos and Wardle (2013), PNAS 110 (15), 5797–5801. Say so wherever it is shown.
 */
export const isCommonlyLonely = (score: number): boolean => score >= commonlyLonelyFrom;
export const commonlyLonelyFrom = 6;

/**
 * Whether somebody is lonely “often or always” by the direct measure: what England's government calls chronic loneliness
 * (DCMS, “A connected society”, 2018, and the Community Life Survey). No diagnosis: it is what one person says on one day.
 */
export const isChronicallyLonely = ({ direct }: Pick<LonelinessAnswers, 'direct'>): boolean =>
  direct === 'oftenOrAlways';
