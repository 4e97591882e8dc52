import type { Survey, SurveyQuestion } from '@baton/contracts';

type Problem = 'alreadyAnswered' | 'surveyOver' | 'notAsked' | 'notAnAnswer';

/** What keeps an answer from being taken; undefined where nothing does. Null skips a question. */
export function problemWith(
  state: Survey['state'],
  questions: readonly SurveyQuestion[],
  { key, answer }: { readonly key: string; readonly answer: string | null },
): { readonly problem: Problem } | { readonly question: SurveyQuestion } {
  if (state === 'answered') return { problem: 'alreadyAnswered' };
  if (state === 'over') return { problem: 'surveyOver' };
  const question = questions.find((asked) => asked.key === key);
  if (!question) return { problem: 'notAsked' };
  return answer === null || isAnswerTo(question, answer) ? { question } : { problem: 'notAnAnswer' };
}

const isAnswerTo = ({ kind, answers }: SurveyQuestion, answer: string): boolean =>
  kind === 'text' || answers.some(({ key }) => key === answer);
