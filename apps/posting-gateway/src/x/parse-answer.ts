import type { z } from 'zod';
import { XFailure } from './x-failure.js';

/**
 * An answer with a success status is believed only when it has what it must have: a redirect, for one,
 * reaches us as a success with an empty body.
 */
export function parseAnswer<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new XFailure({ kind: 'oddAnswer' });
  return parsed.data;
}
