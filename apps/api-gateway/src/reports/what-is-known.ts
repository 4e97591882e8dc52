import type {
  accountForTakeovers,
  listMembers,
  OutputOf,
  reportAssurance,
  reportSeason,
  reportTakeover,
  verifyAudit,
} from '@baton/contracts';
import { MemberNames } from '../pages/on-call/member-names.js';

export type Account = OutputOf<typeof accountForTakeovers>;
export type TakeoverFigures = OutputOf<typeof reportTakeover>;
export type SeasonFigures = OutputOf<typeof reportSeason>;
export type AssuranceFigures = OutputOf<typeof reportAssurance>;
export type AuditProof = OutputOf<typeof verifyAudit>;
export type Members = OutputOf<typeof listMembers>['members'];

/** Of whom and when a report is. */
export interface Heading {
  readonly charity: string;
  readonly madeAt: string;
  readonly season: { readonly from: string; readonly to: string } | null;
}

/** Who decided, by role and a number, as everywhere on the team’s pages; a report is read by others, so nobody is “you”. */
export function namesFor(members: Members): (by: string) => string {
  const names = new MemberNames(members.map((member) => ({ ...member, isYou: false })));
  return (by) => names.of(by.slice(by.indexOf(' ') + 1));
}
