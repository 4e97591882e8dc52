import { type Answer, CalendarDate, type Language, type Question } from '@baton/contracts';
import { answerWords } from './answer-words.js';

export type Answers = Readonly<Record<string, Answer>>;

/** What is wrong with one answer; never the answer itself. */
export interface AnswerProblem {
  readonly field: string;
  readonly problem: string;
}

type Decided =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] };

/**
 * Decides about the answers to a call's questions, in their order. What was answered to a question that was not to be asked
 * is dropped, whatever it is: its question was hidden. What is empty is no answer, and of a consent it is a no.
 */
export function decideAnswers(
  questions: readonly Question[],
  answers: Answers,
  language: Language = 'en',
): Decided {
  const sent = new Map(Object.entries(answers));
  const kept = new Map<string, Answer>();
  const problems: AnswerProblem[] = [];
  const words = answerWords[language];
  for (const question of questions) {
    const { questionId } = question;
    if (!isAsked(question, kept)) continue;
    const answer = answerTo(question, sent.get(questionId));
    const problem =
      answer === undefined
        ? question.required
          ? words.missing
          : undefined
        : problemWith(question, answer, language);
    if (problem !== undefined) problems.push({ field: `answers.${questionId}`, problem });
    // An answer that has to be put right still decides which questions follow.
    if (answer !== undefined) kept.set(questionId, answer);
  }
  const known = new Set<string>(questions.map(({ questionId }) => questionId));
  for (const questionId of sent.keys())
    if (!known.has(questionId)) problems.push({ field: `answers.${questionId}`, problem: words.unknown });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers: Object.fromEntries(kept) };
}

/** Whether a question is to be asked, given what was answered before it. */
function isAsked({ onlyIf }: Question, kept: ReadonlyMap<string, Answer>): boolean {
  if (!onlyIf) return true;
  const answer = kept.get(onlyIf.questionId);
  const given = Array.isArray(answer) ? answer : [answer];
  return onlyIf.isOneOf.some((wanted) => given.some((one) => one === wanted));
}

function answerTo(question: Question, answer: Answer | undefined): Answer | undefined {
  if (question.kind === 'consent') return answer ?? false;
  if (typeof answer === 'string' && answer.trim() === '') return undefined;
  if (Array.isArray(answer) && answer.length === 0) return undefined;
  const isOneOfMany = question.kind === 'choice' && question.many && typeof answer === 'string';
  return isOneOfMany ? [answer] : answer;
}

function problemWith(question: Question, answer: Answer, language: Language): string | undefined {
  const words = answerWords[language];
  switch (question.kind) {
    case 'text':
      if (typeof answer !== 'string') return words.notText;
      return answer.length > question.longest ? words.tooLong(answer.length, question.longest) : undefined;
    case 'choice': {
      const offered = new Set<Answer>(question.options.map(({ value }) => value));
      if (!question.many) return offered.has(answer) ? undefined : words.chooseOne;
      const chosen = Array.isArray(answer) ? answer : [];
      const isRight = chosen.length > 0 && chosen.every((one) => offered.has(one));
      return isRight && new Set(chosen).size === chosen.length ? undefined : words.chooseOnly;
    }
    case 'scale': {
      const isStep = typeof answer === 'number' && answer >= question.from && answer <= question.to;
      return isStep ? undefined : words.step(question.from, question.to);
    }
    case 'date':
      if (!CalendarDate.safeParse(answer).success) return words.notDate;
      if (question.earliest !== undefined && String(answer) < question.earliest)
        return words.tooEarly(question.earliest);
      return question.latest !== undefined && String(answer) > question.latest
        ? words.tooLate(question.latest)
        : undefined;
    case 'consent':
      if (typeof answer !== 'boolean') return words.chooseOne;
      return question.required && !answer ? words.mustAgree : undefined;
  }
}
