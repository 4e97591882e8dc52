import {
  accept,
  type acceptShift,
  type Caller,
  type giveUpShift,
  type InputOf,
  MemberId,
  type OnCallShift,
  type offerShift,
  type ResultOf,
  refuse,
  ShiftId,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { ShiftNotes } from './shift-notes.js';
import { findClash, findShift, lockShift, presentShift, roleOnCall, type Shift, sayShift } from './shifts.js';

const isTheirs = (shift: Shift, caller: Caller): boolean =>
  caller.kind === 'staff' && (shift.memberId === caller.memberId || caller.role !== 'moderator');

/** Whoever is on call stays on call until somebody else has said yes. */
@Injectable()
export class OfferShift implements Handles<typeof offerShift> {
  constructor(
    private readonly database: Database,
    private readonly notes: ShiftNotes,
  ) {}

  handle(
    { charityId, shiftId, to, note }: InputOf<typeof offerShift>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof offerShift>> {
    return this.database.inCharity(charityId, async (tx) => {
      const shift = await lockShift(tx, shiftId);
      if (!shift) return refuse('notFound');
      if (!isTheirs(shift, caller)) return refuse('notTheirs');
      if (shift.isOver) return refuse('shiftOver');
      if (to && !(await roleOnCall(tx, to))) return refuse('notInTeam');
      await tx.query(
        'UPDATE on_call_shift SET is_offered = true, offered_to = $3 WHERE charity_id = $1 AND shift_id = $2',
        [charityId, shiftId, to ?? null],
      );
      await this.notes.offer(tx, shiftId, note);
      return accept(presentShift({ ...shift, isOffered: true, offeredTo: to ?? null }, caller));
    });
  }
}

/**
 * One that has not begun changes hands as a whole. Of one that has begun the part that was stays with whoever was on call, and
 * the rest, under an id of its own, is the other's from this moment: at no moment is nobody on call.
 */
@Injectable()
export class AcceptShift implements Handles<typeof acceptShift> {
  constructor(
    private readonly database: Database,
    private readonly notes: ShiftNotes,
  ) {}

  async handle(
    { charityId, shiftId }: InputOf<typeof acceptShift>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof acceptShift>> {
    if (caller.kind !== 'staff') return refuse('forbidden');
    const memberId = MemberId.parse(caller.memberId);
    return this.database.inCharity(charityId, async (tx) => {
      const shift = await lockShift(tx, shiftId);
      if (!shift) return refuse('notFound');
      if (shift.memberId === memberId) return accept(await this.asReadBy(tx, shift, caller));
      if (shift.isOver) return refuse('shiftOver');
      const isOffered = shift.isOffered && (shift.offeredTo ?? memberId) === memberId;
      if (!isOffered || !(await roleOnCall(tx, memberId))) return refuse('notOffered');
      const clash = await findClash(tx, { ...shift, memberId });
      if (clash) return refuse('onCallAlready', { details: { shift: presentShift(clash, caller) } });
      const taken = await take(tx, shift, memberId);
      await this.notes.handOn(tx, shiftId, { to: taken, memberId });
      await note(tx, 'shift.taken', taken, caller);
      const now = await findShift(tx, taken);
      return now ? accept(await this.asReadBy(tx, now, caller)) : refuse('notFound');
    });
  }

  private async asReadBy(tx: Tx, shift: Shift, caller: Caller): Promise<OnCallShift> {
    const notes = await this.notes.readAs(tx, shift.memberId);
    return presentShift(shift, caller, notes.get(shift.shiftId));
  }
}

async function take(tx: Tx, shift: Shift, memberId: MemberId): Promise<ShiftId> {
  if (!shift.hasBegun) {
    await tx.query(
      `UPDATE on_call_shift SET member_id = $3, is_offered = false, offered_to = NULL, told_at = NULL
        WHERE charity_id = $1 AND shift_id = $2`,
      [tx.charityId, shift.shiftId, memberId],
    );
    return shift.shiftId;
  }
  const rest = newId<ShiftId>();
  const [cut] = await tx.query<{ at: Date }>(
    `UPDATE on_call_shift SET ends_at = date_trunc('milliseconds', baton.now()), is_offered = false, offered_to = NULL
      WHERE charity_id = $1 AND shift_id = $2 RETURNING ends_at AS at`,
    [tx.charityId, shift.shiftId],
  );
  if (!cut) throw new Error('a shift was handed over that is not there');
  await tx.query(
    'INSERT INTO on_call_shift (charity_id, shift_id, member_id, begins_at, ends_at) VALUES ($1, $2, $3, $4, $5)',
    [tx.charityId, rest, memberId, cut.at, shift.endsAt],
  );
  await sayShift(tx, { ...shift, endsAt: cut.at }, true);
  await sayShift(tx, { shiftId: rest, beginsAt: cut.at, endsAt: shift.endsAt }, true);
  return rest;
}

/** What is over stays in the rota; one that has begun ends now; one ahead goes. */
@Injectable()
export class GiveUpShift implements Handles<typeof giveUpShift> {
  constructor(
    private readonly database: Database,
    private readonly notes: ShiftNotes,
  ) {}

  handle(
    { charityId, shiftId }: InputOf<typeof giveUpShift>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof giveUpShift>> {
    return this.database.inCharity(charityId, async (tx) => {
      const shift = await lockShift(tx, shiftId);
      if (!shift || (shift.isOver && isTheirs(shift, caller))) return accept({ shiftId });
      if (!isTheirs(shift, caller)) return refuse('notTheirs');
      await this.notes.erase(tx, shiftId);
      const statement = shift.hasBegun
        ? 'UPDATE on_call_shift SET ends_at = baton.now() WHERE charity_id = $1 AND shift_id = $2'
        : 'DELETE FROM on_call_shift WHERE charity_id = $1 AND shift_id = $2';
      await tx.query(statement, [charityId, shiftId]);
      await sayShift(tx, shift, false);
      await note(tx, 'shift.given-up', shiftId, caller);
      return accept({ shiftId });
    });
  }
}

async function note(
  tx: Tx,
  action: 'shift.taken' | 'shift.given-up',
  about: ShiftId,
  by: Caller,
): Promise<void> {
  const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
  await appendFacts(tx, newAuditFact(tenancyAudited, { by, action, about, at: clock?.now ?? new Date() }));
}
