import type { WhyClosed, WhyOffered } from '@baton/contracts';

const minuteMs = 60_000;
/** Less is no time to read a mail in. */
const shortestOfferMs = 15 * minuteMs;

/**
 * Whether somebody is looked for when a takeover closed, and what for. Who was unwell, or is gone in the middle of a window, leaves a
 * hole; what is given up before it begins is offered to those who wait for a slot.
 */
export function whyOffered(because: WhyClosed, begun: boolean): WhyOffered | undefined {
  switch (because) {
    case 'unwell':
      return 'cover';
    case 'cancelledByCurator':
    case 'cancelledByTeam':
    case 'curatorGone':
      return begun ? 'cover' : 'freed';
    case 'over':
    case 'ended':
    case 'swapped':
    case 'rotaMoved':
      return undefined;
  }
}

export interface OfferQuestion {
  readonly now: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** What the charity has settled. */
  readonly offerMinutes: number;
}

/**
 * Until when an offer that is made now can be taken: as long as the charity says, at most a third of what is left to the opening, so
 * that others can still be asked, and at least a quarter of an hour. Undefined where the slot is over before that.
 */
export function offerEnds({ now, opensAt, closesAt, offerMinutes }: OfferQuestion): Date | undefined {
  const third = (opensAt.getTime() - now.getTime()) / 3;
  const lasts = Math.max(shortestOfferMs, Math.min(offerMinutes * minuteMs, third));
  const ends = new Date(now.getTime() + Math.floor(lasts));
  return ends > closesAt ? undefined : ends;
}
