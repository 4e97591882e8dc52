import { z } from 'zod';
import { TypedText } from '../define/words.js';
import { QuestionId } from '../recruitment/question.js';
import { directQuestion, uclaQuestions } from './scales.js';

/** What people see, of a charity's own words. */
const shown = (longest: number) => z.string().trim().min(1).max(longest).pipe(TypedText);
const every = { key: QuestionId, words: shown(300) };

/** The most questions of its own that a charity asks in one wave: two minutes is what curators are promised. */
export const mostOwnQuestions = 5;

/** A question of the charity's own, beside the validated ones. */
export const OwnSurveyQuestion = z.discriminatedUnion('kind', [
  z.object({
    ...every,
    kind: z.literal('choice'),
    options: z
      .array(z.object({ key: QuestionId, words: shown(200) }))
      .min(2)
      .max(10),
  }),
  z.object({
    ...every,
    kind: z.literal('scale'),
    /** Steps from 1 to this. */
    steps: z.int().min(2).max(10),
    /** What the two ends mean. */
    lowest: shown(80),
    highest: shown(80),
  }),
  z.object({ ...every, kind: z.literal('text') }),
]);
export type OwnSurveyQuestion = z.infer<typeof OwnSurveyQuestion>;

export const OwnSurveyQuestions = z
  .array(OwnSurveyQuestion)
  .max(mostOwnQuestions, `can be ${mostOwnQuestions} at most: a survey takes two minutes`)
  .superRefine((questions, context) => {
    for (const [at, { key, words, ...question }] of questions.entries()) {
      const problem = (message: string, field: string) =>
        context.addIssue({ code: 'custom', path: [at, field], message });
      if (questions.slice(0, at).some((earlier) => earlier.key === key))
        problem('is the key of an earlier question already: please choose another', 'key');
      if (validated.has(inShort(words)))
        problem('is asked in every survey already, in the words of the validated scale', 'words');
      if (question.kind === 'choice' && hasTwice(question.options.map((option) => option.key)))
        problem('has the same key twice', 'options');
    }
  });

const inShort = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
const validated = new Set([...Object.values(uclaQuestions), directQuestion].map(inShort));
const hasTwice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length;
