import { z } from 'zod';

/**
 * A fault makes one request (or `times` of them) go wrong in one way:
 *
 * - `status`: answers with it and does nothing. `retryAfterS` and `resetInS` dress a 429 as X does.
 * - `applyThen`: does everything, then answers with this status: a gateway error after a post went out.
 * - `cut`: ends the connection `before` doing anything, `after` doing everything, or `midAnswer`: everything is
 *   done, the headers and half of the body arrive.
 * - none of these: the request succeeds, but slowly or invisibly.
 *
 * Every kind may also wait (`delayMs` before doing anything, `answerAfterMs` after it is done) and let what it
 * writes appear on timelines only `visibleAfterMs` later.
 */
const FaultMatch = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).optional(),
  /** A path as called (`/2/tweets/123`) or as documented (`/2/tweets/:id`). */
  path: z.string().startsWith('/').optional(),
  /** Username; only requests with a token of this account. */
  account: z.string().optional(),
});

const milliseconds = z.number().int().min(0).max(600_000);
const status = z.number().int().min(200).max(599);

export const FaultRule = FaultMatch.extend({
  times: z.number().int().min(1).max(100_000).default(1),
  delayMs: milliseconds.default(0),
  answerAfterMs: milliseconds.default(0),
  visibleAfterMs: milliseconds.default(0),
  status: status.optional(),
  applyThen: status.optional(),
  cut: z.enum(['before', 'after', 'midAnswer']).optional(),
  headers: z.record(z.string(), z.string()).default({}),
  /** A string is sent as it is (HTML labelled JSON, say), anything else as JSON. */
  body: z.unknown().optional(),
  retryAfterS: z.number().int().min(0).optional(),
  resetInS: z.number().int().min(0).optional(),
}).refine(
  (rule) => [rule.status, rule.applyThen, rule.cut].filter((kind) => kind !== undefined).length <= 1,
  'A fault has at most one of status, applyThen and cut.',
);

export type FaultRule = z.input<typeof FaultRule>;

/** A queued fault. It takes effect `remaining` more times and then leaves the queue. */
export interface Fault {
  readonly id: string;
  readonly rule: z.output<typeof FaultRule>;
  remaining: number;
}

export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly route: string;
  readonly username: string | undefined;
}

/** Takes the first queued fault that matches, once. Two requests never share one turn of a fault. */
export function takeFault(queue: Fault[], target: FaultTarget): Fault | undefined {
  const index = queue.findIndex(({ rule }) => matches(rule, target));
  const fault = queue[index];
  if (!fault) return undefined;
  fault.remaining -= 1;
  if (fault.remaining === 0) queue.splice(index, 1);
  return fault;
}

function matches(rule: Fault['rule'], target: FaultTarget): boolean {
  return (
    (rule.method === undefined || rule.method === target.method) &&
    (rule.path === undefined || rule.path === target.path || rule.path === target.route) &&
    (rule.account === undefined || rule.account.toLowerCase() === target.username?.toLowerCase())
  );
}
