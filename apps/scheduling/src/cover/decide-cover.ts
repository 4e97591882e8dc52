import type { WhyClosed, WhyOffered } from '@baton/contracts';

const minuteMs = 60_000;
/** Less is no time to read a mail in. */
const shortestOfferMs = 15 * minuteMs;
/** So that several who do not answer do not keep a slot from everybody for days. */
const longestFarAheadMs = 12 * 60 * minuteMs;
const farAheadMs = 14 * 24 * 60 * minuteMs;
/** Nobody comes upon a slot by themself in so short a time: it is to be held. */
const shortNoticeMs = 72 * 60 * minuteMs;

/**
 * Whether somebody is looked for when a takeover closed so long before it opens, and what for. Who was unwell, or gives up in the
 * last three days or in the middle of the window, leaves a hole; what is given up before that is offered to those who wait for a
 * slot. A swap gives the slot to somebody at once, and what a rota takes away goes with its booking: nobody is asked.
 */
export function whyOffered(because: WhyClosed, opensInMs: number): WhyOffered | undefined {
  switch (because) {
    case 'unwell':
      return 'cover';
    case 'cancelledByCurator':
    case 'cancelledByTeam':
    case 'curatorGone':
      return opensInMs < shortNoticeMs ? 'cover' : 'freed';
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
 * that others can still be asked, and at most half a day where that is more than a fortnight; at least a quarter of an hour.
 * Undefined where the slot is over before that.
 */
export function offerEnds({ now, opensAt, closesAt, offerMinutes }: OfferQuestion): Date | undefined {
  const left = opensAt.getTime() - now.getTime();
  const longest = left > farAheadMs ? longestFarAheadMs : left / 3;
  const lasts = Math.max(shortestOfferMs, Math.min(offerMinutes * minuteMs, longest));
  const ends = new Date(now.getTime() + Math.floor(lasts));
  return ends > closesAt ? undefined : ends;
}
