import { apply, type Language, type Refusal } from '@baton/contracts';
import { type FieldProblem, fieldProblems } from '@baton/messaging';
import { type Fields, fieldOf, first, hasFiles } from './form-fields.js';
import { formWords } from './form-words.js';

/** What was wrong, by the field it is beside; with no field, above all. */
export type Problems = ReadonlyMap<string, string>;
export const noProblems: Problems = new Map();

/** What the page itself can see: what the operation has no word for. */
export function problemsIn(fields: Fields, language: Language): Problems {
  const words = formWords[language];
  const problems = new Map<string, string>();
  if (hasFiles(fields)) problems.set('', words.noFiles);
  if (!['yes', 'no'].includes(first(fields, 'ofAge'))) problems.set('ofAge', words.sayAge);
  if (first(fields, 'agreed') !== 'yes') problems.set('agreed', words.pleaseAgree);
  return problems;
}

/** A refusal in the language of the page, each sentence beside its field. */
export function problemsOf({ refusal }: Refusal, language: Language): Problems {
  const words = formWords[language];
  const own: Readonly<Record<string, string>> = {
    callClosed: words.closed,
    callFull: words.full,
    callNotYet: words.notYet,
    consentChanged: words.consentChanged,
    tooOften: words.tooOften,
    unavailable: words.unavailable,
  };
  const details = refusal.code === 'badInput' ? fieldsWrong(refusal.details) : [];
  if (details.length === 0) return new Map([['', own[refusal.code] ?? refusal.message]]);
  return besideFields(details, language);
}

/** What the operation would say of the form of each field. */
export function problemsInForm(form: unknown, language: Language): Problems {
  const read = apply.input.safeParse(form);
  return read.success ? noProblems : besideFields(fieldProblems(read.error), language);
}

const besideFields = (details: readonly FieldProblem[], language: Language): Problems =>
  new Map(
    details.map(({ field, problem }) => [
      field.replace(/^person\./, '').replace(/^answers\.([^.]+).*$/, (_, id: string) => fieldOf(id)),
      sentence(problem, language),
    ]),
  );

const fieldsWrong = (details: unknown): FieldProblem[] =>
  Array.isArray(details)
    ? details.filter((one): one is FieldProblem => typeof one?.problem === 'string')
    : [];

/** Answers are told in whole sentences of the form's language, other fields in the end of an English one. */
function sentence(problem: string, language: Language): string {
  if (/^\p{Lu}/u.test(problem)) return problem;
  return language === 'en' ? `This ${problem}.` : formWords[language].lookAgain;
}
