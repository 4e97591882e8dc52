import type { CharityStanding, SwitchMode } from '@baton/contracts';

/** `own`: the charity's own posts and nothing of a takeover. */
export type WhatGoes = 'everything' | 'own' | 'nothing';

/**
 * What may go out at all. The operator's stop and a pause are for everything. An account that was taken back is the
 * charity's again: what is said in a takeover waits, what the charity says of its own does not.
 */
export function whatGoes({
  mode,
  standing,
}: {
  readonly mode: SwitchMode;
  readonly standing: CharityStanding;
}): WhatGoes {
  if (standing !== 'active' || mode === 'pause') return 'nothing';
  return mode === 'takenBack' ? 'own' : 'everything';
}
