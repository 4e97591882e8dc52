import {
  agreedNominationLastsDays,
  type CuratorId,
  type NominatedBy,
  type NominationId,
  type NominationState,
  nominationLastsDays,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface Nomination {
  readonly nominationId: NominationId;
  readonly nominatedBy: NominatedBy;
  /** Null for a follower, and once the curator has left. */
  readonly curatorId: CuratorId | null;
  readonly state: NominationState;
  readonly askedAt: Date;
  readonly since: Date;
  /** Null once it is over, and where nobody is to be asked. */
  readonly emailSealed: Buffer | null;
  readonly greetingSealed: Buffer | null;
}

export const nominationColumns = `nomination_id AS "nominationId", nominated_by AS "nominatedBy", curator_id AS "curatorId",
  state, asked_at AS "askedAt", state_since AS since, email_sealed AS "emailSealed", greeting_sealed AS "greetingSealed"`;

/** Locked, unless one only looks: of two answers at once the second sees what the first one did. */
export async function findNomination(
  tx: Tx,
  id: NominationId,
  lock: 'FOR UPDATE' | 'unlocked' = 'FOR UPDATE',
): Promise<Nomination | undefined> {
  const [nomination] = await tx.query<Nomination>(
    `SELECT ${nominationColumns} FROM nomination WHERE charity_id = $1 AND nomination_id = $2
      ${lock === 'unlocked' ? '' : lock}`,
    [tx.charityId, id],
  );
  return nomination;
}

const lastsDays = { asked: nominationLastsDays, agreed: agreedNominationLastsDays } as const;
const dayMs = 86_400_000;

export type OpenNomination = Nomination & {
  readonly state: 'asked' | 'agreed';
  readonly emailSealed: Buffer;
  readonly greetingSealed: Buffer;
};

/** Whether somebody may still answer, and nobody has been forgotten. Pure. */
export const isOpen = (nomination: Nomination, now: Date): nomination is OpenNomination =>
  (nomination.state === 'asked' || nomination.state === 'agreed') &&
  nomination.emailSealed !== null &&
  nomination.greetingSealed !== null &&
  now < worksUntil({ ...nomination, state: nomination.state });

/** Until when its link works, counted from when it was asked or agreed to. Pure. */
export const worksUntil = ({ state, since }: { state: 'asked' | 'agreed'; since: Date }): Date =>
  new Date(since.getTime() + lastsDays[state] * dayMs);
