import type { CharityStanding, SwitchMode } from '@baton/contracts';

/** Whether nothing at all goes out: the team paused it or took it back, or the operator stopped the charity. */
export const nothingGoes = (seen: {
  readonly mode: SwitchMode;
  readonly standing: CharityStanding;
}): boolean => seen.standing !== 'active' || seen.mode === 'pause' || seen.mode === 'takenBack';
