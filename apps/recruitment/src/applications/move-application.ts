import {
  type ApplicationId,
  type ApplicationState,
  actorOf,
  applicationMoved,
  type Caller,
  type DecisionReason,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import type { Application } from './application-row.js';

const move = `
  UPDATE application SET state = $3, state_since = baton.now(), revision = revision + 1, look_again_at = NULL,
         paused_until = NULL
   WHERE charity_id = $1 AND application_id = $2 AND state = $4 RETURNING revision`;
const remember = `
  INSERT INTO application_move (charity_id, application_id, from_state, to_state, moved_by, reason)
  VALUES ($1, $2, $3, $4, $5, $6)`;
const count = `
  UPDATE application SET revision = revision + 1 WHERE charity_id = $1 AND application_id = $2 RETURNING revision`;

export interface Move {
  /** Whose doing it is: a caller, `applicant` and their application's id, or the service that moves it by itself. */
  readonly by: Caller | string;
  /** Why the team decided so, in a word. */
  readonly reason?: DecisionReason;
}

/**
 * The one way an application changes its state; its row must be locked. The database refuses a move the contracts do not
 * declare, and who made it is kept. Resolves with the application as it is then; where it was in that state already, nothing happens.
 */
export async function moveApplication(
  tx: Tx,
  application: Application,
  to: ApplicationState,
  { by, reason }: Move,
): Promise<Application> {
  const { applicationId, curatorId, state: from } = application;
  if (from === to) return application;
  const [moved] = await tx.query<{ revision: number }>(move, [tx.charityId, applicationId, to, from]);
  if (!moved) throw new Error('an application was moved whose row nobody had locked');
  const actor = typeof by === 'string' ? by : actorOf(by);
  await tx.query(remember, [tx.charityId, applicationId, from, to, actor, reason ?? null]);
  const data = { applicationId, curatorId, from, to };
  await appendFacts(
    tx,
    newFact(applicationMoved, { subject: applicationId, revision: moved.revision, data }),
  );
  return { ...application, state: to, pausedUntil: null };
}

/** The revision of another fact about the application; its row must be locked. */
export async function nextRevision(tx: Tx, applicationId: ApplicationId): Promise<number> {
  const [counted] = await tx.query<{ revision: number }>(count, [tx.charityId, applicationId]);
  if (!counted) throw new Error('a fact about an application that is not there');
  return counted.revision;
}

/** Somebody of the team has decided something about this person: the fewer, the better the rest was done for them. */
export async function countDecision(tx: Tx, applicationId: ApplicationId): Promise<void> {
  await tx.query(
    'UPDATE application SET decisions = decisions + 1 WHERE charity_id = $1 AND application_id = $2',
    [tx.charityId, applicationId],
  );
}
