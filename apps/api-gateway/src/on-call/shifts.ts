import {
  type Caller,
  MemberId,
  type OnCallShift,
  onCallChanged,
  type ShiftId,
  type StaffRole,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';

/** Who can be called at all. */
export const rolesOnCall = ['owner', 'manager', 'moderator'] as const satisfies readonly StaffRole[];

export const canBeOnCall = (role: StaffRole): boolean => (rolesOnCall as readonly StaffRole[]).includes(role);

export interface Shift {
  readonly shiftId: ShiftId;
  readonly memberId: MemberId;
  readonly role: StaffRole;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly isOffered: boolean;
  readonly offeredTo: MemberId | null;
  readonly isOver: boolean;
  readonly hasBegun: boolean;
}

const columns = `
  SELECT shift_id AS "shiftId", member_id AS "memberId", role, begins_at AS "beginsAt", ends_at AS "endsAt",
         is_offered AS "isOffered", offered_to AS "offeredTo",
         ends_at <= (SELECT baton.now()) AS "isOver", begins_at <= (SELECT baton.now()) AS "hasBegun"
    FROM on_call_shift JOIN member USING (charity_id, member_id)`;

export async function findShift(tx: Tx, shiftId: ShiftId): Promise<Shift | undefined> {
  const [shift] = await tx.query<Shift>(`${columns} WHERE charity_id = $1 AND shift_id = $2`, [
    tx.charityId,
    shiftId,
  ]);
  return shift;
}

/** The lock is a statement of its own: whoever waited for it reads what the other one has done. */
export async function lockShift(tx: Tx, shiftId: ShiftId): Promise<Shift | undefined> {
  await tx.query('SELECT FROM on_call_shift WHERE charity_id = $1 AND shift_id = $2 FOR UPDATE', [
    tx.charityId,
    shiftId,
  ]);
  return findShift(tx, shiftId);
}

/** Now and from now on, soonest first. */
export const shiftsAhead = (tx: Tx): Promise<Shift[]> =>
  tx.query<Shift>(
    `${columns} WHERE charity_id = $1 AND ends_at > (SELECT baton.now()) ORDER BY begins_at, shift_id LIMIT 200`,
    [tx.charityId],
  );

/** Of a member, one that touches this time and is not this one. */
export async function findClash(
  tx: Tx,
  {
    shiftId,
    memberId,
    beginsAt,
    endsAt,
  }: { shiftId: ShiftId; memberId: MemberId; beginsAt: Date; endsAt: Date },
): Promise<Shift | undefined> {
  const [clash] = await tx.query<Shift>(
    `${columns} WHERE charity_id = $1 AND member_id = $3 AND shift_id <> $2 AND begins_at < $5 AND ends_at > $4
      ORDER BY begins_at LIMIT 1`,
    [tx.charityId, shiftId, memberId, beginsAt, endsAt],
  );
  return clash;
}

/** The role of somebody who can be on call; their row is locked, so that they are not leaving meanwhile. */
export async function roleOnCall(tx: Tx, memberId: MemberId): Promise<StaffRole | undefined> {
  const [member] = await tx.query<{ role: StaffRole }>(
    'SELECT role FROM member WHERE charity_id = $1 AND member_id = $2 AND role = ANY ($3) FOR SHARE',
    [tx.charityId, memberId, rolesOnCall],
  );
  return member?.role;
}

/**
 * Says when somebody is on call; not who. The shift's row is locked, or was just written: so later changes have later numbers, also
 * where a shift comes back by an id that was given up. `stands`:
 * false where nobody is, any more, by this shift.
 */
export async function sayShift(
  tx: Tx,
  { shiftId, beginsAt, endsAt }: Pick<Shift, 'shiftId' | 'beginsAt' | 'endsAt'>,
  stands: boolean,
): Promise<void> {
  const [next] = await tx.query<{ revision: number }>(
    `SELECT nextval('on_call_revision')::integer AS revision`,
  );
  if (!next) throw new Error('a sequence gave no number');
  const data = { shiftId, beginsAt: beginsAt.toISOString(), endsAt: endsAt.toISOString(), stands };
  await appendFacts(tx, newFact(onCallChanged, { subject: shiftId, revision: next.revision, data }));
}

/** Whoever leaves the team, or cannot be called any more, is not on call any more; the keys of what was handed to them go, too. */
export async function endShiftsOf(tx: Tx, memberId: MemberId): Promise<void> {
  const ended = await tx.query<Shift>(
    `WITH gone AS (DELETE FROM on_call_shift WHERE charity_id = $1 AND member_id = $2 AND ends_at > baton.now() RETURNING *),
          keys AS (DELETE FROM data_key WHERE charity_id = $1 AND owner IN (SELECT 'shift:' || shift_id FROM gone))
     SELECT shift_id AS "shiftId", begins_at AS "beginsAt", ends_at AS "endsAt" FROM gone`,
    [tx.charityId, memberId],
  );
  for (const shift of ended) await sayShift(tx, shift, false);
}

/** `note`: only where the caller is who it is for. */
export const presentShift = (shift: Shift, caller: Caller, note?: string): OnCallShift => ({
  shiftId: shift.shiftId,
  memberId: MemberId.parse(shift.memberId),
  role: shift.role,
  beginsAt: shift.beginsAt.toISOString(),
  endsAt: shift.endsAt.toISOString(),
  isYou: caller.kind === 'staff' && caller.memberId === shift.memberId,
  offeredTo: shift.isOffered ? (shift.offeredTo ?? 'anybody') : null,
  ...(note !== undefined && { note }),
});
