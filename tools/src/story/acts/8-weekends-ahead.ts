import type { SlotId, TakeoverId } from '@baton/contracts';
import type { ReadyCurator } from '../story-world.js';
import type { Call } from './2-becoming-ready.js';
import type { Weekend } from './posting.js';

/** What happens to the weekends ahead, seen when the first one is over. */
export type Ahead = Weekend & { readonly charity: Call };

/** Somebody and the weekend they have. */
export interface Booked {
  readonly who: ReadyCurator;
  readonly takeoverId: TakeoverId;
  readonly slotId: SlotId;
  readonly opensAt: string;
  readonly closesAt: string;
}

export interface Two {
  readonly kim: Booked;
  readonly lee: Booked;
}

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** `11 December 2026`, as it stands in letters. */
export const dayOf = (instant: string): string => inLondon.format(new Date(instant));
