/** When the account is in a curator's hands: from `opensAt` on, and before the earlier of the other two. */
export interface TakeoverWindow {
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Set when the takeover ended, early or on time. */
  readonly closedAt: Date | null;
}

/** What the fact of a takeover's opening may take to arrive: until then the charity has not introduced its curator. */
export const openingHeardWithinMs = 60_000;

/** What the fact of a takeover's end may take to arrive: until then the charity has not signed off. */
export const endHeardWithinMs = 60_000;

export const endOf = ({ closesAt, closedAt }: TakeoverWindow): Date =>
  closedAt && closedAt < closesAt ? closedAt : closesAt;

/** Where an instant lies: the first millisecond is inside, the last one is not. */
export function momentIn(window: TakeoverWindow, now: Date): 'before' | 'open' | 'over' {
  if (now >= endOf(window)) return 'over';
  return now < window.opensAt ? 'before' : 'open';
}
