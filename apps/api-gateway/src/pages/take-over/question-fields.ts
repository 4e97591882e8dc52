import type { Language, Question } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { type Fields, fieldOf } from './form-fields.js';
import type { Problems } from './form-problems.js';
import { formWords } from './form-words.js';

interface Filled {
  readonly fields: Fields;
  readonly problems: Problems;
  readonly language: Language;
}

/** Ids and classes are numbers of ours, never a charity's words. */
export const idOf = (at: number): string => `q${at}`;
export const optionIdOf = (at: number, option: number): string => `q${at}-${option}`;

/** The charity's own questions, in order. */
export const questionFields = (questions: readonly Question[], filled: Filled): Html[] =>
  questions.map(
    (question, at) => html`<div class="${idOf(at)}">${questionField(question, at, filled)}</div>`,
  );

function questionField(question: Question, at: number, filled: Filled): Html {
  switch (question.kind) {
    case 'text':
    case 'date':
      return typedField(question, at, filled);
    case 'choice':
      return choiceField(question, at, filled, question.options, question.many ? 'checkbox' : 'radio');
    case 'scale':
      return choiceField(question, at, filled, steps(question), 'radio');
    case 'consent':
      return choiceField(
        question,
        at,
        filled,
        [{ value: 'yes', label: formWords[filled.language].yes }],
        'checkbox',
      );
  }
}

/** The steps of a scale, its ends in words. */
function steps({ from, to, lowest, highest }: Extract<Question, { kind: 'scale' }>) {
  return Array.from({ length: to - from + 1 }, (_, step) => {
    const value = String(from + step);
    const end = step === 0 ? lowest : from + step === to ? highest : undefined;
    return { value, label: end ? `${value}: ${end}` : value };
  });
}

function typedField(
  question: Extract<Question, { kind: 'text' | 'date' }>,
  at: number,
  { fields, problems, language }: Filled,
): Html {
  const name = fieldOf(question.questionId);
  const value = fields.get(name)?.[0] ?? '';
  const described = describedBy(idOf(at), question.help !== '', problems.has(name));
  const must = isAlwaysRequired(question) ? html` required` : null;
  const control =
    question.kind === 'text' && question.long
      ? html`<textarea id="${idOf(at)}" name="${name}" rows="6"${described}${must}>
${value}</textarea>`
      : question.kind === 'text'
        ? html`<input id="${idOf(at)}" name="${name}" value="${value}"${described}${must}>`
        : html`<input id="${idOf(at)}" name="${name}" type="date" value="${value}" min="${question.earliest ?? ''}" max="${question.latest ?? ''}"${described}${must}>`;
  return html`<label for="${idOf(at)}">${question.label}${optional(question, language)}</label>
${help(idOf(at), question.help)}${problem(idOf(at), problems.get(name))}
${control}`;
}

function choiceField(
  question: Question,
  at: number,
  { fields, problems, language }: Filled,
  options: readonly { readonly value: string; readonly label: string }[],
  type: 'radio' | 'checkbox',
): Html {
  const name = fieldOf(question.questionId);
  const chosen = new Set(fields.get(name));
  return html`<fieldset id="${idOf(at)}"${describedBy(idOf(at), question.help !== '', problems.has(name))}>
<legend>${question.label}${optional(question, language)}</legend>
${help(idOf(at), question.help)}${problem(idOf(at), problems.get(name))}
${options.map(
  ({ value, label }, option) =>
    html`<label class="choice"><input type="${type}" id="${optionIdOf(at, option)}" name="${name}" value="${value}"${chosen.has(value) ? html` checked` : null}> ${label}</label>`,
)}</fieldset>`;
}

/** A hidden field that must be filled in would keep a browser from sending the form at all. */
const isAlwaysRequired = ({ required, onlyIf }: Question): boolean => required && !onlyIf;

const optional = ({ required, kind }: Question, language: Language): Html | null =>
  required || kind === 'consent' ? null : html` <span class="soft">(${formWords[language].optional})</span>`;

export const help = (id: string, text: string): Html | null =>
  text ? html`<p class="soft" id="${id}-help">${text}</p>` : null;

export const problem = (id: string, text: string | undefined): Html | null =>
  text ? html`<p class="panel" role="alert" id="${id}-problem">${text}</p>` : null;

export function describedBy(id: string, hasHelp: boolean, hasProblem: boolean): Html | null {
  const by = [hasHelp ? `${id}-help` : '', hasProblem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return by ? html` aria-describedby="${by}"${hasProblem ? html` aria-invalid="true"` : null}` : null;
}
