import { type FieldProblem, fieldProblems } from '@baton/messaging';
import type { z } from 'zod';
import { words } from '../sign-in-forms.js';

/** What a form held, field by field, just as it was typed. */
export type TypedFields = Readonly<Record<string, string>>;

export const typedIn = (body: unknown, names: readonly string[]): TypedFields =>
  Object.fromEntries(names.map((name) => [name, words(body, name).trim()]));

/** A number where one was typed; what else was typed is for the operation to refuse. */
export const numberOr = (typed: string | undefined): unknown =>
  typed === undefined || typed === '' ? undefined : /^-?\d+$/.test(typed) ? Number(typed) : typed;

/** The first thing that is wrong, by the name its field has on the page. */
export function whatIsWrong(error: z.ZodError, names: Readonly<Record<string, string>>): string {
  const [wrong]: FieldProblem[] = fieldProblems(error);
  if (!wrong) return 'Something in the form is not right. Please look again.';
  return `${names[wrong.field] ?? wrong.field}: ${wrong.problem}.`;
}

/** `confirm it is me`, and back to a page that still has what was typed. */
export const confirmPath = (page: string, typed: TypedFields = {}): string => {
  const query = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== '')).toString();
  return `/confirm-it-is-you?next=${encodeURIComponent(query ? `${page}?${query}` : page)}`;
};
