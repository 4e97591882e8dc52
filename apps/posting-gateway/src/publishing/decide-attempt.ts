import type { CharityStanding, PostKind, SwitchMode } from '@baton/contracts';
import { whatGoes } from '../kill-switch/what-goes.js';
import { endOf, momentIn, type TakeoverWindow } from '../takeovers/takeover-window.js';

/** No call to X begins in the last moment of a window: it would arrive after its end. */
export const lastCallMs = 500;

export interface AttemptSituation {
  /** By the database's clock, read after the switch was locked. */
  readonly now: Date;
  readonly kind: PostKind;
  /** The curator has taken back their consent to post, or has left. */
  readonly hasWithdrawn: boolean;
  /** A moderator said yes to this very post. */
  readonly approved: boolean;
  readonly window: TakeoverWindow;
  /** The curator is resting. */
  readonly resting: boolean;
  readonly switchMode: SwitchMode;
  readonly standing: CharityStanding;
}

export type AttemptDecision =
  | 'attempt'
  | 'waitForRelease'
  | 'waitForOpening'
  | 'waitForAuthor'
  | 'hold'
  | 'missWindow'
  | 'withdraw';

/**
 * The last look before the one call for what belongs to a takeover; `decideOwnAttempt` is that for what does not. The
 * sign-off is said after the window by its nature, the cover until the window's planned end; everything else, the
 * introduction too, is false or forbidden once it is over. A thrown switch and a charity
 * that is not active stop all of it, `hold` only what a curator wrote and nobody approved.
 */
export function decideAttempt({
  now,
  kind,
  hasWithdrawn,
  approved,
  window,
  resting,
  switchMode: mode,
  standing,
}: AttemptSituation): AttemptDecision {
  if (kind !== 'signOff') {
    if (hasWithdrawn && kind !== 'cover') return 'withdraw';
    if (now.getTime() > lastMomentOf(kind, window).getTime() - lastCallMs) return 'missWindow';
    if (momentIn(window, now) === 'before') return 'waitForOpening';
  }
  if (whatGoes({ mode, standing }) !== 'everything') return 'waitForRelease';
  const fromCurator = kind === 'post' || kind === 'reply';
  if (fromCurator && resting) return 'waitForAuthor';
  return mode === 'hold' && fromCurator && !approved ? 'hold' : 'attempt';
}

/** Until when a post of this kind may be said, if it is bound to the window at all. */
export const lastMomentOf = (kind: PostKind, window: TakeoverWindow): Date =>
  kind === 'cover' ? window.closesAt : endOf(window);
