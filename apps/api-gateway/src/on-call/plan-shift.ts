import {
  accept,
  type Caller,
  type InputOf,
  MemberId,
  type planShift,
  type ResultOf,
  refuse,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findClash, findShift, presentShift, roleOnCall, sayShift } from './shifts.js';

type Input = InputOf<typeof planShift>;
type Answer = ResultOf<typeof planShift>;

const longestMs = 14 * 24 * 60 * 60 * 1000;

/** Nothing where the member is on call at that time already: the constraint sees what a check could not. */
const insert = `
  INSERT INTO on_call_shift (charity_id, shift_id, member_id, begins_at, ends_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING RETURNING shift_id`;

/** The same again is the same shift. */
@Injectable()
export class PlanShift implements Handles<typeof planShift> {
  constructor(private readonly database: Database) {}

  async handle(input: Input, { caller }: CallContext): Promise<Answer> {
    if (caller.kind !== 'staff') return refuse('forbidden');
    const memberId = MemberId.parse(input.memberId ?? caller.memberId);
    if (caller.role === 'moderator' && memberId !== caller.memberId) return refuse('onlyThemself');
    return this.database.inCharity(input.charityId, (tx) => plan(tx, { ...input, memberId }, caller));
  }
}

async function plan(tx: Tx, input: Input & { memberId: MemberId }, by: Caller): Promise<Answer> {
  const { shiftId, memberId } = input;
  const beginsAt = new Date(input.beginsAt);
  const endsAt = new Date(input.endsAt);
  if (!(await roleOnCall(tx, memberId))) return refuse('notInTeam');
  const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
  if (!clock || !isPossible(beginsAt, endsAt, clock.now)) return refuse('impossibleShift');
  const inserted = await tx.query(insert, [tx.charityId, shiftId, memberId, beginsAt, endsAt]);
  const shift = await findShift(tx, shiftId);
  if (!shift) {
    const clash = await findClash(tx, { shiftId, memberId, beginsAt, endsAt });
    return refuse('onCallAlready', { details: { shift: clash && presentShift(clash, by) } });
  }
  if (inserted.length === 1) {
    await sayShift(tx, shift, true);
    const note = { by, action: 'shift.planned', about: shiftId, details: { member: memberId } } as const;
    await appendFacts(tx, newAuditFact(tenancyAudited, { ...note, at: clock.now }));
    return accept(presentShift(shift, by));
  }
  const isSame = shift.memberId === memberId && +shift.beginsAt === +beginsAt && +shift.endsAt === +endsAt;
  if (isSame) return accept(presentShift(shift, by));
  return refuse('badInput', {
    details: [{ field: 'shiftId', problem: 'is the id of another shift already: please make a new one' }],
  });
}

const isPossible = (beginsAt: Date, endsAt: Date, now: Date): boolean =>
  beginsAt < endsAt && endsAt > now && endsAt.getTime() - beginsAt.getTime() <= longestMs;
