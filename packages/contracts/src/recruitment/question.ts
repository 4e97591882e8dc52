import { z } from 'zod';
import { CalendarDate, TypedText } from '../define/words.js';

/** What people see, of a charity’s own words. */
const shown = (longest: number) => z.string().trim().min(1).max(longest).pipe(TypedText);

/** What a question or an option is called in answers. */
export const QuestionId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'is a small word such as how-long, of at most 40 letters');
export type QuestionId = z.infer<typeof QuestionId>;
const OptionValue = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is a small word such as north-east, of at most 40 letters');

/** What a person may tell about themself so that the team sees how varied its curators are. */
export const Facet = z.enum(['region', 'type', 'yearsSinceDiagnosis', 'ageBand']);
export type Facet = z.infer<typeof Facet>;

/** The longest answer that any question takes, in characters. */
export const longestAnswer = 8_000;

const every = {
  questionId: QuestionId,
  label: shown(300),
  help: z.string().trim().max(1_000).pipe(TypedText).default(''),
  /** Of a consent: that it has to be a yes. */
  required: z.boolean().default(false),
  /** Asked only where an earlier choice, consent or scale was answered with one of these. */
  onlyIf: z
    .object({
      questionId: QuestionId,
      isOneOf: z
        .array(z.union([OptionValue, z.boolean(), z.int()]))
        .min(1)
        .max(60),
    })
    .optional(),
};

/** One question of a call. The list’s order is the order in which they are asked. */
export const Question = z.discriminatedUnion('kind', [
  z.object({
    ...every,
    kind: z.literal('text'),
    long: z.boolean().default(false),
    /** In characters. */
    longest: z.int().min(1).max(longestAnswer).default(4_000),
  }),
  z.object({
    ...every,
    kind: z.literal('choice'),
    options: z
      .array(z.object({ value: OptionValue, label: shown(200) }))
      .min(2)
      .max(60),
    /** Whether more than one may be chosen. */
    many: z.boolean().default(false),
    facet: Facet.optional(),
  }),
  z.object({
    ...every,
    kind: z.literal('scale'),
    from: z.int().min(-10).max(100),
    to: z.int().min(-10).max(100),
    /** What the two ends mean. */
    lowest: shown(80),
    highest: shown(80),
  }),
  z.object({
    ...every,
    kind: z.literal('date'),
    earliest: CalendarDate.optional(),
    latest: CalendarDate.optional(),
  }),
  z.object({ ...every, kind: z.literal('consent') }),
]);
export type Question = z.infer<typeof Question>;

/** Text, or the value of an option; a step of a scale; a day; a yes or no; the values of several options. */
export const Answer = z.union([TypedText, z.int(), z.boolean(), z.array(OptionValue).max(60)]);
export type Answer = z.infer<typeof Answer>;

/** An answer beside its question, for reading. */
export const ShownAnswer = z.object({
  questionId: QuestionId,
  label: z.string(),
  answer: Answer,
  /** As a person reads it: the labels of options, yes or no. */
  words: z.string(),
});
export type ShownAnswer = z.infer<typeof ShownAnswer>;

/** The questions of a call: each can be asked, and asks only about what came before it. */
export const Questions = z
  .array(Question)
  .max(40)
  .superRefine((questions, context) => {
    for (const [at, question] of questions.entries())
      for (const { path, problem } of problemsOf(question, questions.slice(0, at)))
        context.addIssue({ code: 'custom', path: [at, ...path], message: problem });
  });

interface Problem {
  readonly path: readonly string[];
  readonly problem: string;
}

function problemsOf(question: Question, earlier: readonly Question[]): Problem[] {
  const problems: Problem[] = [];
  const say = (problem: string, ...path: string[]) => problems.push({ path, problem });
  if (earlier.some(({ questionId }) => questionId === question.questionId))
    say('is the name of an earlier question already: please choose another', 'questionId');
  if (question.kind === 'choice') {
    if (new Set(question.options.map(({ value }) => value)).size < question.options.length)
      say('has the same value twice', 'options');
    if (question.facet && question.many)
      say('can only be told by choosing one: please set many to false', 'facet');
    if (question.facet && earlier.some((other) => other.kind === 'choice' && other.facet === question.facet))
      say('is asked by an earlier question already', 'facet');
  }
  if (question.kind === 'scale' && !(question.from < question.to && question.to - question.from <= 20))
    say('must be above the lowest step, by at most 20 steps', 'to');
  if (question.kind === 'date' && (question.earliest ?? '') > (question.latest ?? '9999'))
    say('is before the earliest day', 'latest');
  const condition = conditionProblem(question, earlier);
  if (condition) say(condition, 'onlyIf');
  return problems;
}

function conditionProblem({ onlyIf }: Question, earlier: readonly Question[]): string | undefined {
  if (!onlyIf) return undefined;
  const other = earlier.find(({ questionId }) => questionId === onlyIf.questionId);
  if (!other) return 'must name a question that is asked before this one';
  if (other.kind === 'text' || other.kind === 'date')
    return 'must name a choice, a scale or a consent: other answers cannot be foreseen';
  const impossible = onlyIf.isOneOf.filter((answer) => !isPossible(other, answer));
  return impossible.length === 0 ? undefined : `names an answer that ${other.questionId} does not have`;
}

function isPossible(question: Question, answer: string | number | boolean): boolean {
  if (question.kind === 'choice') return question.options.some(({ value }) => value === answer);
  if (question.kind === 'scale')
    return typeof answer === 'number' && answer >= question.from && answer <= question.to;
  return typeof answer === 'boolean';
}
