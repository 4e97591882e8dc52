import { mean } from './median.js';
import { tOf } from './students-t.js';

export interface Change {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The mean of what changed in each person, with its 95 % interval by Student’s t on the differences: of two answers of one
 * person only the difference is independent of everybody else’s. Null where two differences are not there.
 */
export function pairedChange(pairs: readonly (readonly [first: number, then: number])[]): Change | null {
  const differences = pairs.map(([first, then]) => then - first);
  const middle = mean(differences);
  if (middle === null || differences.length < 2) return null;
  const squares = differences.reduce((sum, difference) => sum + (difference - middle) ** 2, 0);
  const degrees = differences.length - 1;
  const reach = tOf(0.95, degrees) * Math.sqrt(squares / degrees / differences.length);
  return { mean: middle, low: middle - reach, high: middle + reach };
}
