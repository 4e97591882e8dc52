import { type ApplicationState, decisionMailedAfterSeconds } from '@baton/contracts';
import type { Application } from './application-row.js';

/** What applicants are told of their state: nobody learns of a no that may be taken back before it is mailed. */
export function toldState({ state, stateSince, curatorId }: Application, now: Date): ApplicationState {
  const isMailed = now.getTime() - stateSince.getTime() >= decisionMailedAfterSeconds * 1000;
  const mayBeTakenBack = curatorId === null && (state === 'declined' || state === 'later');
  return mayBeTakenBack && !isMailed ? 'screening' : state;
}
