import { z } from 'zod';

const text = z.string().optional().catch(undefined);

/**
 * Where X words a refusal: in `title` and `detail`, in each of `errors`, or in OAuth's `error_description`.
 * Of `parameters` only the names are read: their values repeat what was sent.
 */
const Problem = z.object({
  title: text,
  detail: text,
  type: text,
  error: text,
  error_description: text,
  message: text,
  parameters: z.record(z.string(), z.unknown()).optional().catch(undefined),
});
const Body = Problem.extend({ errors: z.array(Problem).optional().catch(undefined) });

/** All of X's own words in an error's body, in lower case; nothing of what was sent to X. */
export function whatXSays(body: unknown): string {
  const { success, data } = Body.safeParse(body);
  if (!success) return '';
  const { errors = [], ...problem } = data;
  return [problem, ...errors].flatMap(wordsOf).join('\n').toLowerCase();
}

const wordsOf = ({ parameters = {}, ...words }: z.output<typeof Problem>): string[] => [
  ...Object.values(words).filter((word) => word !== undefined),
  ...Object.keys(parameters),
];
