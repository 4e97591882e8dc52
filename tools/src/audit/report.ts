import type { Verdict } from '@baton/api-gateway';
import { auditChainBreaks } from '@baton/contracts';

/** One chain's verdict as a line for a person. */
export function report(name: string, verdict: Verdict, compared: number): string {
  if (!verdict.holds) {
    const { number, what } = verdict.broken;
    return `  ✗ ${name}: line ${number} ${auditChainBreaks[what]}`;
  }
  const { number, hash } = verdict.head;
  if (number === 0) return `  ✓ ${name}: nothing has been noted yet`;
  const hashes = compared === 1 ? 'one known hash agrees' : `${compared} known hashes agree`;
  return `  ✓ ${name}: ${number} lines hold, ${hashes}; head ${number}:${hash}`;
}
