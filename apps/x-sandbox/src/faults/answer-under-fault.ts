import { STATUS_CODES } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { rateHeaders } from '../limits/rate-window.js';
import type { Answer } from '../wire/answer.js';
import { bareProblem } from '../wire/problems.js';
import type { Fault } from './fault.js';

/** How a request ends: with an answer, or with the connection cut before or in the middle of one. */
export type Ending =
  | { readonly end: 'answer'; readonly answer: Answer; readonly applied: boolean }
  | { readonly end: 'cut'; readonly applied: boolean }
  | { readonly end: 'cutMidAnswer'; readonly answer: Answer; readonly applied: boolean };

/**
 * Lets a request happen the way its fault says. `apply` runs once or not at all, and all at once: a fault decides
 * only what the caller gets to know. A caller who gives up while we wait does not stop it, as on the real X.
 */
export async function answerUnderFault(
  fault: Fault | undefined,
  now: () => Date,
  apply: () => Answer,
): Promise<Ending> {
  if (!fault) return { end: 'answer', answer: apply(), applied: true };
  const { rule } = fault;
  if (rule.delayMs > 0) await wait(rule.delayMs, undefined, { ref: false });
  if (rule.cut === 'before') return { end: 'cut', applied: false };
  if (rule.status !== undefined) {
    return { end: 'answer', answer: faultAnswer(rule.status, fault, now()), applied: false };
  }
  const answer = apply();
  if (rule.answerAfterMs > 0) await wait(rule.answerAfterMs, undefined, { ref: false });
  if (rule.cut === 'after') return { end: 'cut', applied: true };
  if (rule.cut === 'midAnswer') return { end: 'cutMidAnswer', answer, applied: true };
  if (rule.applyThen === undefined) return { end: 'answer', answer, applied: true };
  return { end: 'answer', answer: faultAnswer(rule.applyThen, fault, now()), applied: true };
}

function faultAnswer(status: number, { rule }: Fault, now: Date): Answer {
  const plain = bareProblem(status, STATUS_CODES[status] ?? 'Error');
  return {
    status,
    body: rule.body === undefined ? plain.body : rule.body,
    headers: {
      ...(rule.retryAfterS === undefined ? {} : { 'retry-after': String(rule.retryAfterS) }),
      ...(rule.resetInS === undefined
        ? {}
        : rateHeaders({ limit: 100, remaining: 0, resetAt: now.getTime() + rule.resetInS * 1000 })),
      ...rule.headers,
    },
  };
}
