import type { Finding } from '@baton/contracts';
import { cardOf } from './all-checks.js';

/** Names, never the findings' place or words: a story outlives the text. */
export function whatWasFound(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Checked: nothing was found.';
  return `Checked: ${[...new Set(findings.map(({ check }) => cardOf(check).name))].join(', ')}.`;
}
