import { type AccessDecision, type Caller, decideCall, type Operation } from '@baton/contracts';
import type { Guises } from './who-is-calling.js';

/**
 * As what somebody makes a call: the first of their guises that the operation allows. Where none is, the answer is the most
 * helpful of their noes: to confirm that it is them, if that alone is missing.
 */
export function decideGuise(
  operation: Operation,
  guises: Guises,
  charityId: string | undefined,
  now: Date,
): { as: Caller } | { refused: Exclude<AccessDecision, 'allowed'> | 'stepUpNeeded' } {
  const decided = guises.map((guise) => ({ guise, decision: decideCall(operation, guise, charityId, now) }));
  const allowed = decided.find(({ decision }) => decision === 'allowed');
  if (allowed) return { as: allowed.guise };
  if (decided.some(({ decision }) => decision === 'stepUpNeeded')) return { refused: 'stepUpNeeded' };
  return { refused: guises[0].kind === 'anyone' ? 'signedOut' : 'forbidden' };
}
