import type { SwitchMode } from '@baton/contracts';
import { endOf, momentIn, type TakeoverWindow } from '../takeovers/takeover-window.js';

/** No call to X begins in the last moment of a window: it would arrive after its end. */
export const lastCallMs = 500;

export interface AttemptSituation {
  /** By the database's clock, read after the switch was locked. */
  readonly now: Date;
  readonly kind: 'post' | 'reply' | 'introduction' | 'signOff';
  /** A moderator said yes to this very post. */
  readonly approved: boolean;
  readonly window: TakeoverWindow;
  readonly switchMode: SwitchMode;
}

export type AttemptDecision = 'attempt' | 'waitForSwitch' | 'waitForOpening' | 'hold' | 'missWindow';

/**
 * The last look before the one call. The sign-off is said after the window by its nature; everything
 * else, the introduction too, is false or forbidden once it is over. A thrown switch stops all of it,
 * `hold` only what a curator wrote and nobody approved.
 */
export function decideAttempt({
  now,
  kind,
  approved,
  window,
  switchMode,
}: AttemptSituation): AttemptDecision {
  if (kind !== 'signOff') {
    if (now.getTime() > endOf(window).getTime() - lastCallMs) return 'missWindow';
    if (momentIn(window, now) === 'before') return 'waitForOpening';
  }
  if (switchMode === 'pause' || switchMode === 'takenBack') return 'waitForSwitch';
  const fromCurator = kind === 'post' || kind === 'reply';
  return switchMode === 'hold' && fromCurator && !approved ? 'hold' : 'attempt';
}
