import type { Budget } from '@baton/contracts';

/** Of one takeover, in millionths of a dollar. */
export interface Costs extends Budget {
  readonly spentMicroUsd: number;
  /** Posts that X may have. */
  readonly perhapsMicroUsd: number;
  /** Posts that wait. */
  readonly waitingMicroUsd: number;
}

/** What all of it comes to, if everything goes out that waits and everything is out that may be. */
export const committed = ({ spentMicroUsd, perhapsMicroUsd, waitingMicroUsd }: Costs): number =>
  spentMicroUsd + perhapsMicroUsd + waitingMicroUsd;

/** Whether another post may be taken in. What costs nothing always may. */
export function decideBudget(costs: Costs, moreMicroUsd: number): 'fine' | 'soft' | 'hard' {
  const then = committed(costs) + moreMicroUsd;
  if (moreMicroUsd > 0 && costs.hardMicroUsd !== null && then > costs.hardMicroUsd) return 'hard';
  return costs.softMicroUsd !== null && then > costs.softMicroUsd ? 'soft' : 'fine';
}

/** Whether a post that waits may be sent: others that wait come after it, so only what is out or may be counts. */
export const maySend = ({ spentMicroUsd, perhapsMicroUsd, hardMicroUsd }: Costs, microUsd: number): boolean =>
  hardMicroUsd === null || spentMicroUsd + perhapsMicroUsd + microUsd <= hardMicroUsd;
