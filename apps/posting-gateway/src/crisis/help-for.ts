import type { Finding, Severity, SignpostingResource } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { signpostingInForce } from '../signposting/signposting-in-force.js';

/** How near a crisis these words are; nothing where they tell of none, or of one that is long over. */
export function crisisIn(findings: readonly Finding[]): Exclude<Severity, 'low'> | undefined {
  const found = findings.filter(({ check }) => check === 'crisis').map(({ severity }) => severity);
  if (found.includes('high')) return 'high';
  return found.includes('medium') ? 'medium' : undefined;
}

/** Where to find help, for whoever wrote it and whoever reads it; also where it is long over. Nothing for all other words. */
export async function helpFor(tx: Tx, findings: readonly Finding[]): Promise<SignpostingResource[]> {
  if (!findings.some(({ check }) => check === 'crisis')) return [];
  return (await signpostingInForce(tx)).resources;
}
