import type { CharityStanding, SwitchMode } from '@baton/contracts';
import { whatGoes } from '../kill-switch/what-goes.js';
import type { TakeoverWindow } from '../takeovers/takeover-window.js';
import { freeFrom } from './free-from.js';

/**
 * The last look before the one call for a post of the charity's own, as `decideAttempt` is for what belongs to a takeover.
 * It goes while nobody else has the account. Taking the account back from a curator does not stop it, but does not let it
 * into their window either: what is said there is theirs, or about them. Nobody holds it, since the team wrote it.
 */
export function decideOwnAttempt({
  now,
  switchMode,
  standing,
  takeovers,
}: {
  /** By the database's clock, read after the switch was locked. */
  readonly now: Date;
  readonly switchMode: SwitchMode;
  readonly standing: CharityStanding;
  readonly takeovers: readonly TakeoverWindow[];
}): 'attempt' | 'waitForRelease' | 'waitForTakeover' {
  if (whatGoes({ mode: switchMode, standing }) === 'nothing') return 'waitForRelease';
  return freeFrom(takeovers, now) > now ? 'waitForTakeover' : 'attempt';
}
