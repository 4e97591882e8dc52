import { z } from 'zod';
import type { Answer } from './answer.js';
import { type InputError, invalidRequest } from './problems.js';

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refused: Answer };

export const snowflake = z.string().regex(/^[0-9]{1,19}$/, 'is not a valid id');

/** Reads a body or query by its schema; what does not fit becomes X's 400 with one error per field. */
export function readInput<S extends z.ZodType>(schema: S, input: unknown): Read<z.output<S>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, refused: invalidRequest(...parsed.error.issues.map((issue) => asError(issue, input))) };
}

function asError(issue: z.core.$ZodIssue, input: unknown): InputError {
  const name = issue.path.join('.');
  const given = issue.path.reduce<unknown>(stepInto, input);
  const value = given === undefined ? '' : typeof given === 'string' ? given : JSON.stringify(given);
  return { parameters: { [name]: [value.slice(0, 200)] }, message: `$.${name}: ${issue.message}` };
}

function stepInto(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
