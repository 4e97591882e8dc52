import type { Chance } from '@baton/testing';
import type { CuratorOnStage } from '../charity-on-stage.js';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export interface Person extends CuratorOnStage {
  readonly number: number;
  readonly standsBy: boolean;
}

/** What becomes of a booking, drawn when it is made; times in ms from its opening. */
export type Fate =
  | { readonly kind: 'held' }
  | { readonly kind: 'calledOff' | 'swap'; readonly beforeMs: number }
  | { readonly kind: 'unwell' | 'endsEarly'; readonly afterMs: number };

/** One in eight calls off, one in eight falls ill between a day before and the middle of it, one in ten would rather swap. */
export function drawFate(chance: Chance): Fate {
  if (chance.chance(0.12)) return { kind: 'calledOff', beforeMs: (3 + chance.below(20)) * dayMs };
  if (chance.chance(0.14)) return { kind: 'unwell', afterMs: (chance.below(60) - 26) * hourMs };
  if (chance.chance(0.12)) return { kind: 'swap', beforeMs: (6 + chance.below(20)) * dayMs };
  return chance.chance(0.05)
    ? { kind: 'endsEarly', afterMs: (10 + chance.below(40)) * hourMs }
    : { kind: 'held' };
}

export type Reply = 'yes' | 'no' | 'silence';

export const drawReply = (chance: Chance): Reply =>
  chance.chance(0.45) ? 'yes' : chance.chance(0.5) ? 'no' : 'silence';
