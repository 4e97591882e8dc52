import type { AlertReason, PreFlightProblem, TeamWait } from '@baton/contracts';
import {
  crisisNoticed,
  type Letter,
  mentionReported,
  postHandedUp,
  preFlightFailed,
  slotUncovered,
  stormBegan,
  teamIsLate,
} from '@baton/mail';

/** What a letter says beside the charity and where to look: words of fixed lists and times, never a person’s. */
export interface AlertDetails {
  readonly isUrgent?: boolean;
  readonly what?: TeamWait;
  readonly problems?: readonly PreFlightProblem[];
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly asked?: number;
  /** Of a crisis: in an answer to what was asked about a weekend. */
  readonly answered?: 'pulse' | 'survey';
}

interface About {
  readonly charity: string;
  readonly page: string;
  /** Where the words of followers are. */
  readonly pulsePage: string;
  /** Where what curators wrote in surveys is. */
  readonly surveysPage: string;
  readonly zone: string;
}

const letters: Readonly<Record<AlertReason, (about: About, details: AlertDetails) => Letter>> = {
  crisis: (about, { answered }) =>
    crisisNoticed({
      ...about,
      page: answered ? { pulse: about.pulsePage, survey: about.surveysPage }[answered] : about.page,
      answered: answered !== undefined,
    }),
  reported: (about, { isUrgent = false }) => mentionReported({ ...about, isUrgent }),
  storm: stormBegan,
  handedUp: postHandedUp,
  late: (about, { what = 'heldPost' }) => teamIsLate({ ...about, what }),
  preFlight: (about, { problems = [], opensAt = '' }) => preFlightFailed({ ...about, problems, opensAt }),
  uncovered: (about, { opensAt = '', closesAt = '', asked = 0 }) =>
    slotUncovered({ ...about, opensAt, closesAt, asked }),
};

export const alertLetter = (reason: AlertReason, about: About, details: AlertDetails): Letter =>
  letters[reason](about, details);
