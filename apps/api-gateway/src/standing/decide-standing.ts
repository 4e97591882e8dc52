import type { CharityStanding } from '@baton/contracts';

/** The two things that stop a charity, each of its own: lifting one does not lift the other. */
export interface Stops {
  readonly suspended: boolean;
  /** When it will be erased; null where it is not leaving. */
  readonly eraseAt: Date | null;
}

export type StandingChange = 'suspend' | 'resume' | 'leave' | 'stay';

/** For so long leaving can be taken back. */
const daysToThinkAgain = 14;
const dayMs = 24 * 60 * 60 * 1000;

/** Beginning to leave again does not put the end off. */
export function decideStanding(stops: Stops, change: StandingChange, now: Date): Stops {
  switch (change) {
    case 'suspend':
      return { ...stops, suspended: true };
    case 'resume':
      return { ...stops, suspended: false };
    case 'leave':
      return { ...stops, eraseAt: stops.eraseAt ?? new Date(now.getTime() + daysToThinkAgain * dayMs) };
    case 'stay':
      return { ...stops, eraseAt: null };
  }
}

export const standingOf = ({ suspended, eraseAt }: Stops): CharityStanding => {
  if (eraseAt) return 'leaving';
  return suspended ? 'suspended' : 'active';
};
