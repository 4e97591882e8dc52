import { endOf, type TakeoverWindow } from '../takeovers/takeover-window.js';
import { type Costs, committed } from './decide-budget.js';

/** The beginning of a weekend is its liveliest part and says little about the rest, so no less than this is looked at. */
const leastMs = 6 * 60 * 60 * 1000;

/**
 * What a takeover will come to, in millionths of a dollar: what is certain, and the rest of the window at the pace so far. A
 * guess to plan with; null before the window has begun. Over, it is what it came to.
 */
export function forecast({
  costs,
  window,
  now,
}: {
  readonly costs: Costs;
  readonly window: TakeoverWindow;
  readonly now: Date;
}): number | null {
  const passedMs = now.getTime() - window.opensAt.getTime();
  if (passedMs < 0) return null;
  const leftMs = Math.max(0, endOf(window).getTime() - now.getTime());
  const pace = (costs.spentMicroUsd + costs.perhapsMicroUsd) / Math.max(passedMs, leastMs);
  const further = Math.max(costs.waitingMicroUsd, Math.round(pace * leftMs));
  return committed({ ...costs, waitingMicroUsd: further });
}
