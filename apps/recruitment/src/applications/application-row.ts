import type {
  ApplicationId,
  ApplicationState,
  CallId,
  CuratorId,
  IdentityLevel,
  NominatedBy,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface Application {
  readonly applicationId: ApplicationId;
  readonly curatorId: CuratorId | null;
  readonly callId: CallId;
  /** The version of the call that was answered. */
  readonly callVersion: number;
  readonly penName: string;
  readonly identityLevel: IdentityLevel;
  readonly state: ApplicationState;
  readonly agreementVersion: number | null;
  readonly appliedAt: Date;
  /** Since when it is in its state. */
  readonly stateSince: Date;
  /** What people of the team have decided about it so far. */
  readonly decisions: number;
  /** In which letters go to them, where there are words in it. */
  readonly language: string;
  /** When a “not now” comes back to screening by itself. */
  readonly lookAgainAt: Date | null;
  readonly aboutSealed: Buffer | null;
  readonly answersSealed: Buffer | null;
  readonly consentHash: string;
  readonly contentFingerprint: Buffer;
  /** Whose idea it was, where it was not their own. */
  readonly nominatedBy: NominatedBy | null;
  /** The day on which a curator who said “not now” wants to be asked again. */
  readonly pausedUntil: string | null;
}

export const applicationColumns = `application_id AS "applicationId", curator_id AS "curatorId", call_id AS "callId", call_version AS "callVersion", consent_hash AS "consentHash", pen_name AS "penName",
  identity_level AS "identityLevel", state, state_since AS "stateSince", decisions, agreement_version AS "agreementVersion", applied_at AS "appliedAt",
  language, look_again_at AS "lookAgainAt", about_sealed AS "aboutSealed", answers_sealed AS "answersSealed",
  content_fingerprint AS "contentFingerprint", nominated_by AS "nominatedBy", paused_until::text AS "pausedUntil"`;

type Lock = '' | 'FOR UPDATE';

export async function findApplication(
  tx: Tx,
  id: ApplicationId,
  lock: Lock = '',
): Promise<Application | undefined> {
  const [application] = await tx.query<Application>(
    `SELECT ${applicationColumns} FROM application WHERE charity_id = $1 AND application_id = $2 ${lock}`,
    [tx.charityId, id],
  );
  return application;
}

/** Who has left is nobody any more. */
export async function findByCurator(
  tx: Tx,
  id: CuratorId,
  lock: Lock = '',
): Promise<Application | undefined> {
  const [application] = await tx.query<Application>(
    `SELECT ${applicationColumns} FROM application
      WHERE charity_id = $1 AND curator_id = $2 AND state <> 'left' ${lock}`,
    [tx.charityId, id],
  );
  return application;
}
