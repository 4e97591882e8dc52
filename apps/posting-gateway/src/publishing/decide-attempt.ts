import type { CharityStanding, PostKind, SwitchMode } from '@baton/contracts';
import { whatGoes } from '../kill-switch/what-goes.js';
import { momentIn, type TakeoverWindow } from '../takeovers/takeover-window.js';
import { lastMomentOf } from './last-moment.js';

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
  /** When the account is handed on to the next curator, as far as that is booked. */
  readonly nextOpensAt: Date | null;
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
  | 'takeBackCover'
  | 'withdraw';

/**
 * The last look before the one call for what belongs to a takeover; `decideOwnAttempt` is that for what does not. The
 * sign-off is said after the window by its nature, the cover while its curator rests or has stopped; everything else, the
 * introduction too, is false or forbidden once the window is over. Each has its last moment. A thrown switch and a charity
 * that is not active stop all of it, `hold` only what a curator wrote and nobody approved.
 */
export function decideAttempt({
  now,
  kind,
  hasWithdrawn,
  approved,
  window,
  nextOpensAt,
  resting,
  switchMode: mode,
  standing,
}: AttemptSituation): AttemptDecision {
  const namesNobody = kind === 'cover' || kind === 'signOff';
  if (hasWithdrawn && !namesNobody) return 'withdraw';
  const lastMoment = lastMomentOf(kind, { window, nextOpensAt });
  if (now.getTime() > lastMoment.getTime() - lastCallMs) return 'missWindow';
  const moment = momentIn(window, now);
  if (moment === 'before' && kind !== 'signOff') return 'waitForOpening';
  if (moment === 'open' && kind === 'cover' && !resting) return 'takeBackCover';
  if (whatGoes({ mode, standing }) !== 'everything') return 'waitForRelease';
  const fromCurator = kind === 'post' || kind === 'reply';
  if (fromCurator && resting) return 'waitForAuthor';
  return mode === 'hold' && fromCurator && !approved ? 'hold' : 'attempt';
}
