import { fewestAnswers, type Share } from '@baton/contracts';
import { wilsonInterval } from '../statistics/wilson.js';

/** Null where there are too few to say. */
export function shareOf(count: number, of: number): Share | null {
  if (of < fewestAnswers) return null;
  const { low, high } = wilsonInterval(count, of);
  return { count, of, percent: (100 * count) / of, low: 100 * low, high: 100 * high };
}
