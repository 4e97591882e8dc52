import type { FieldProblem } from './field-problems.js';

/**
 * Where a request holds NUL or half a character (a lone surrogate): no keyboard makes them, Postgres stores neither, and
 * encoding the latter changes it to "�" without a word. So no operation has to think of them.
 */
export function brokenTexts(value: unknown, path: readonly string[] = []): FieldProblem[] {
  if (typeof value === 'string') return isWhole(value) ? [] : [{ field: path.join('.'), problem }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isWhole(key) ? brokenTexts(inner, [...path, key]) : [{ field: path.join('.'), problem }],
  );
}

const problem = 'holds a broken character: please delete it and type it again';
const isWhole = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
