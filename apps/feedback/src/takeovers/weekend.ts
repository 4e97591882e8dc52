import type { CuratorId, IdentityLevel, TakeoverId, Weekend, WhyClosed } from '@baton/contracts';
import { someoneWhoHasLeft } from './has-left.js';

export interface WeekendRow {
  readonly takeoverId: TakeoverId;
  readonly curatorId: CuratorId;
  readonly penName: string | null;
  readonly identityLevel: IdentityLevel | null;
  readonly agreementVersion: number | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly neverOpened: boolean;
  readonly because: WhyClosed | null;
  readonly givenBackAt: Date | null;
}

/** The clock that opens and closes is late by less than a second; a minute is somebody’s fault. */
const graceMs = 60_000;

/** What a weekend was, seen from `now`. */
export function weekendOf(row: WeekendRow, now: Date): Weekend {
  return {
    takeoverId: row.takeoverId,
    penName: shownName(row),
    identityLevel: row.identityLevel ?? 'anonymous',
    agreementVersion: row.agreementVersion,
    state: stateOf(row, now),
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    because: row.because,
    windowKept: windowKept(row, now),
  };
}

/** Whoever wants no name has none in any document, whatever they called themselves. */
function shownName({ penName, identityLevel }: WeekendRow): string {
  if (penName === someoneWhoHasLeft) return penName;
  return penName === null || identityLevel === null || identityLevel === 'anonymous' ? 'A curator' : penName;
}

function stateOf(row: WeekendRow, now: Date): Weekend['state'] {
  if (row.closedAt === null) {
    if (row.openedAt !== null) return 'on';
    return now < row.closesAt ? 'ahead' : 'missed';
  }
  if (row.openedAt === null && row.neverOpened)
    return row.because === null || row.because === 'over' ? 'missed' : 'calledOff';
  return endedEarly(row, row.closedAt) ? 'endedEarly' : 'over';
}

const endedEarly = (row: WeekendRow, closedAt: Date): boolean =>
  wasEndedBySomebody(row) || closedAt.getTime() < row.closesAt.getTime() - graceMs;

const wasEndedBySomebody = ({ because, givenBackAt }: WeekendRow): boolean =>
  givenBackAt !== null || (because !== null && because !== 'over');

function windowKept(row: WeekendRow, now: Date): boolean | null {
  const state = stateOf(row, now);
  if (state === 'ahead' || state === 'on' || state === 'calledOff') return null;
  if (state === 'missed' || row.openedAt === null || row.closedAt === null) return false;
  const late = row.openedAt.getTime() - row.opensAt.getTime();
  const over = row.closedAt.getTime() - row.closesAt.getTime();
  const notTooSoon = over >= -graceMs || wasEndedBySomebody(row);
  return Math.abs(late) <= graceMs && over <= graceMs && notTooSoon;
}
