import { mostOwnQuestions, type OwnSurveyQuestion } from '@baton/contracts';
import { words } from '../sign-in-forms.js';

/** A question as it stands in its fields, right or wrong. Without words it is none. */
export interface TypedQuestion {
  readonly key: string;
  readonly kind: string;
  readonly words: string;
  /** One option a line. */
  readonly options: string;
  /** The keys that the options had, line by line; what stays in its words keeps its key, so that figures can be compared. */
  readonly optionKeys: string;
  readonly steps: string;
  readonly lowest: string;
  readonly highest: string;
}

const empty: TypedQuestion = {
  ...{ key: '', kind: 'text', words: '', options: '', optionKeys: '' },
  ...{ steps: '5', lowest: '', highest: '' },
};
const fields = Object.keys(empty) as (keyof TypedQuestion)[];

export const fieldName = (at: number, field: keyof TypedQuestion): string => `${field}-${at}`;

/** As many places as there can be questions. */
export const toForm = (own: readonly OwnSurveyQuestion[]): TypedQuestion[] =>
  Array.from({ length: mostOwnQuestions }, (_, at) => {
    const question = own[at];
    return question ? { ...empty, ...shownAs(question) } : empty;
  });

function shownAs(question: OwnSurveyQuestion): Partial<TypedQuestion> {
  const { key, kind, words: asked } = question;
  if (kind === 'text') return { key, kind, words: asked };
  if (kind === 'scale') {
    const { steps, lowest, highest } = question;
    return { key, kind, words: asked, steps: String(steps), lowest, highest };
  }
  const options = question.options.map((option) => option.words).join('\n');
  const optionKeys = JSON.stringify(question.options);
  return { key, kind, words: asked, options, optionKeys };
}

export const typedIn = (body: unknown): TypedQuestion[] =>
  Array.from({ length: mostOwnQuestions }, (_, at) => {
    const typed = fields.map((field) => [field, words(body, fieldName(at, field)).replaceAll('\r', '')]);
    return { ...empty, ...Object.fromEntries(typed) };
  });

/** What is meant by it; whether it can be asked is for the operation to say. */
export function fromForm(typed: readonly TypedQuestion[]): unknown[] {
  const asked = typed.filter((question) => question.words.trim() !== '');
  const taken = new Set(asked.map(({ key }) => key).filter((key) => key !== ''));
  return asked.map((question) => {
    const key = question.key || unused(taken, 'q');
    const base = { key, kind: question.kind, words: question.words };
    if (question.kind === 'choice') return { ...base, options: optionsOf(question) };
    if (question.kind !== 'scale') return base;
    const { steps, lowest, highest } = question;
    return { ...base, steps: Number(steps), lowest, highest };
  });
}

function optionsOf({ options, optionKeys }: TypedQuestion) {
  const before = keysBefore(optionKeys);
  const lines = options
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const taken = new Set(before.values());
  return lines.map((line) => ({ key: before.get(line) ?? unused(taken, 'a'), words: line }));
}

function keysBefore(json: string): Map<string, string> {
  try {
    const options: { key: string; words: string }[] = JSON.parse(json || '[]');
    return new Map(options.map((option) => [String(option.words), String(option.key)]));
  } catch {
    return new Map();
  }
}

/** The first name of its kind that nobody has: `q1`, `q2`. */
function unused(taken: Set<string>, prefix: string): string {
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  taken.add(`${prefix}${number}`);
  return `${prefix}${number}`;
}
