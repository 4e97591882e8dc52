import { type Refusal, refuse, type WhatOfBooked } from '@baton/contracts';
import type { Concerned } from './plan-rota.js';
import { concernedTold } from './told.js';

/** Asks what should happen to booked slots where nobody said, and says so where they cannot be moved. */
export function askOfBooked(
  what: WhatOfBooked | undefined,
  concerned: readonly Concerned[],
): Refusal<'askWhatOfBooked' | 'nowhereToMove'> | undefined {
  if (what === undefined && concerned.length > 0)
    return refuse('askWhatOfBooked', { details: { booked: concerned.map(concernedTold) } });
  const stranded = concerned.filter(({ nearest }) => nearest === null);
  if (what === 'move' && stranded.length > 0)
    return refuse('nowhereToMove', { details: { booked: stranded.map(concernedTold) } });
  return undefined;
}
