import type { z } from 'zod';

/** One thing wrong with a request: which field (`media.0.altText`), and what about it, in words. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

/** What a `badInput` refusal carries as its details. Never repeats the value that was sent. */
export const fieldProblems = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ field: issue.path.join('.'), problem: inWords(issue) }));

/** A schema's own words are kept; zod's are written for programmers. */
function inWords(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid input|Invalid option|Too big|Too small)/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'is missing' : `must be a ${issue.expected}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    default:
      return 'is not right';
  }
}

const unitOf = (origin: string): string =>
  ({ string: ' characters', array: ' items', set: ' items', file: ' bytes' })[origin] ?? '';
