import type { Answer, Language, Question, ShownAnswer } from '@baton/contracts';
import { answerWords } from './answer-words.js';
import type { Answers } from './decide-answers.js';

/** What was answered, in the order it was asked. */
export function answersShown(
  questions: readonly Question[],
  answers: Answers,
  language: Language,
): ShownAnswer[] {
  const given = new Map(Object.entries(answers));
  return questions.flatMap((question) => {
    const answer = given.get(question.questionId);
    if (answer === undefined) return [];
    const { questionId, label } = question;
    return [{ questionId, label, answer, words: wordsOf(question, answer, language) }];
  });
}

function wordsOf(question: Question, answer: Answer, language: Language): string {
  if (typeof answer === 'boolean') return answer ? answerWords[language].yes : answerWords[language].no;
  if (question.kind !== 'choice') return String(answer);
  const labels = new Map(question.options.map(({ value, label }) => [value, label]));
  return [answer]
    .flat()
    .map((value) => labels.get(String(value)) ?? String(value))
    .join(', ');
}
