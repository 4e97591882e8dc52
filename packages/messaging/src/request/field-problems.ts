import type { z } from 'zod';

/** One thing wrong with a request: which field (`media.0.altText`), and what about it, in words. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

/** What a `badInput` refusal carries as its details. Never repeats the value that was sent. */
export const fieldProblems = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ field: issue.path.join('.'), problem: issue.message }));
