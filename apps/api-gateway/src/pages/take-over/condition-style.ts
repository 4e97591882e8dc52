import type { Question } from '@baton/contracts';
import { Html } from '../html.js';
import { idOf, optionIdOf } from './question-fields.js';

/**
 * Hides questions that are not to be asked, without a script. A browser that does not know `:has()` shows them all, and what
 * is answered for nothing is dropped. Made of numbers only: no charity's word gets into a style.
 */
export function conditionStyle(questions: readonly Question[]): Html {
  const rules = questions.flatMap((question, at) => {
    const conditions = conditionsOf(question, questions);
    return conditions.length === 0
      ? []
      : [`.${idOf(at)} { display: none } form${conditions.join('')} .${idOf(at)} { display: block }`];
  });
  return new Html(rules.length === 0 ? '' : `@supports selector(:has(*)) { ${rules.join(' ')} }`);
}

/** What must be chosen for a question to be asked, and for the one it depends on, and so on. */
function conditionsOf({ onlyIf }: Question, questions: readonly Question[]): string[] {
  if (!onlyIf) return [];
  const at = questions.findIndex(({ questionId }) => questionId === onlyIf.questionId);
  const other = questions[at];
  if (!other) return [];
  const chosen = onlyIf.isOneOf.flatMap((answer) => selectorsOf(other, at, answer));
  return [`:has(${chosen.join(', ')})`, ...conditionsOf(other, questions)];
}

function selectorsOf(question: Question, at: number, answer: string | number | boolean): string[] {
  const checked = (option: number) => `#${optionIdOf(at, option)}:checked`;
  switch (question.kind) {
    case 'choice':
      return [checked(question.options.findIndex(({ value }) => value === answer))];
    case 'scale':
      return [checked(Number(answer) - question.from)];
    case 'consent':
      return [answer === true ? checked(0) : `#${optionIdOf(at, 0)}:not(:checked)`];
    default:
      return [];
  }
}
